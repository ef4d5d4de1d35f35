-- Requests of one kind (the environment's KIND) over all regions and indicators, so that no answer is asked for twice in a row.
-- THINK is the mean pause in milliseconds between an answer and the next request of a client; each pause is drawn from half to one and a half of it.
local kind, think = os.getenv("KIND"), tonumber(os.getenv("THINK") or "0")
local areas, indicators, names = {}, {}, {}
for line in io.lines(os.getenv("AREAS")) do areas[#areas + 1] = line end
for line in io.lines(os.getenv("NAMES")) do names[#names + 1] = line end
for line in io.lines(os.getenv("INDICATORS")) do indicators[#indicators + 1] = line end

local function encoded(text) return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)) end

-- Mostly an indicator with a number, which is in few sentences; now and then what is in all, in a fifth or in a fifteenth of them.
local frequent = { "民生", "增长5%", "持续改善民生", "完成 " .. names[1] }
local function words()
  if math.random(4) == 1 then return frequent[math.random(#frequent)] end
  return names[math.random(#names)] .. "增长" .. math.random(0, 12) .. "%"
end

local kinds = {
  -- One series.
  series = function(area, indicator) return "/api/v1/series/" .. indicator .. "." .. area .. ".target+actual.growth" end,
  -- A page filtered to a few dozen rows.
  page = function(area, indicator) return "/api/v1/observations?indicator=" .. indicator .. "&region=" .. area .. "&from=" .. 2000 + math.random(20) .. "&limit=50" end,
  -- A page of a list of thousands: one indicator, some years, a province with all below it.
  list = function(area, indicator)
    local year = 2000 + math.random(20)
    return "/api/v1/observations?indicator=" .. indicator .. "&region=" .. area:sub(1, 2) .. "0000&regionChildren=true&status=target&from=" .. year .. "&to=" .. year + 4 .. "&limit=50"
  end,
  -- Text in all sentences.
  words = function() return "/api/v1/observations?q=" .. encoded(words()) .. "&limit=20" end,
  -- Text in the sentences of one region.
  areas = function(area) return "/api/v1/observations?q=" .. encoded(words()) .. "&region=" .. area .. "&limit=20" end,
  -- Targets against outcomes, as the page asks.
  outcomes = function(area, indicator) return "/api/v1/outcomes?indicator=" .. indicator .. "&region=" .. area .. "&limit=1000" end,
  -- What is in of a province.
  coverage = function(area) return "/api/v1/coverage?region=" .. area:sub(1, 2) .. "0000&regionChildren=true" end,
}
local ask = kinds[kind] or error("no kind of request is named " .. kind)

function init() math.randomseed(42) end

function request() return wrk.format("GET", ask(areas[math.random(#areas)], indicators[math.random(#indicators)])) end

if think > 0 then
  function delay() return think / 2 + math.random(0, think) end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("figures %d %d %.1f %.3f %.3f %.3f %.3f\n", summary.requests, errors.status + errors.timeout + errors.connect + errors.read, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
