# Reads the SDMX part with Debian's r-cran-rsdmx, and prints what it understood, one line a value.
suppressMessages(library(rsdmx))
server <- commandArgs(trailingOnly = TRUE)[1]
data <- as.data.frame(readSDMX(paste0(server, "/sdmx/data/INDICATORS/gdp.370000.actual.growth?startPeriod=2020&endPeriod=2024")))
cat(paste("value", data$obsTime, data$obsValue, data$INDICATOR, data$REF_AREA, data$UNIT_MEASURE), sep = "\n")
lists <- readSDMX(paste0(server, "/sdmx/codelist/IP/CL_STATUS/1.0"))
codes <- as.data.frame(lists, codelistId = "CL_STATUS")
cat(paste("code", codes$id), sep = "\n")
structure <- readSDMX(paste0(server, "/sdmx/datastructure/IP/DSD_INDICATORS/1.0?references=all"))
dimensions <- slot(slot(slot(structure, "datastructures"), "datastructures")[[1]], "Components")
cat(paste("dimension", sapply(slot(dimensions, "Dimensions"), function(dimension) slot(dimension, "conceptRef"))), sep = "\n")
