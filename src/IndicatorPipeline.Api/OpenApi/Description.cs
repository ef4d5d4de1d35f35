using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IndicatorPipeline.Api.OpenApi;

/// <summary>Describes the API from the same parameters and shapes that answer the requests: <c>/openapi/v1.json</c>.</summary>
internal static class Description
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "IndicatorPipeline",
                Version = "1",
                Description =
                    "What Chinese governments promised in speeches and reports, and what they reported afterwards. Every number carries its sentence. "
                    + "Lists are {total, total_exact, next, items}: follow 'next' to the end, or take .csv or .ndjson, which stream whole. Unknown parameters are refused; every error is application/problem+json.",
            };
            // Where it is served is the reader's to know; a recorded address would differ on every machine.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Doc>().FirstOrDefault() is { } doc)
            {
                Describe(operation, doc);
            }

            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, Doc doc)
    {
        operation.Summary = doc.Summary;
        operation.Tags = new HashSet<OpenApiTagReference> { new(doc.Tag) };
        operation.Parameters =
        [
            .. doc.Path.Select(PathParameterOf),
            .. doc.Parameters.Select(ParameterOf),
        ];
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = doc.Summary, Content = Content(doc) },
            ["304"] = new OpenApiResponse { Description = "Unchanged since the ETag sent with If-None-Match." },
            ["400"] = ProblemOf("Wrong parameters; all are named in 'errors' with the values allowed.",
                Problem.WrongParameters([new ParameterError("limit", "0", "'0' is not a whole number from 1 to 1000.", ["1..1000"])])),
            ["406"] = ProblemOf("The Accept header names no format that is offered.",
                Problem.NotAcceptable("application/pdf", ["application/json", "text/csv", "application/x-ndjson"])),
            ["413"] = ProblemOf("The query asks for too much; the detail says how to narrow it.",
                Problem.TooMuch("The query takes longer than the server allows. Narrow it by indicator, region, year or document, or ask for fewer values at once.")),
            ["503"] = ProblemOf("The database does not answer; Retry-After says when to try again.",
                Problem.Unavailable("The database does not answer. The request may succeed when it is back.", 5)),
        };
        if (doc.Path.Count > 0)
        {
            operation.Responses["404"] = ProblemOf("There is no such thing.",
                Problem.NotFound("There is no current observation 4711; it may have been corrected. Ask for its document's observations."));
        }
    }

    private static OpenApiParameter PathParameterOf(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Path,
        Required = true,
        Description = parameter.Description,
        Schema = new OpenApiSchema { Type = TypeOf(parameter.Type) },
        Example = parameter.Type == "string" ? JsonValue.Create(parameter.Example) : JsonNode.Parse(parameter.Example),
    };

    private static OpenApiParameter ParameterOf(Parameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = TypeOf(parameter.Type),
            Enum = parameter.Allowed.Count > 0 ? [.. parameter.Allowed.Select(text => (JsonNode)JsonValue.Create(text))] : null,
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Style = parameter.Many ? ParameterStyle.Form : null,
            Explode = false,
            Example = parameter.Many ? new JsonArray(JsonValue.Create(parameter.Example))
                : parameter.Type == "string" ? JsonValue.Create(parameter.Example)
                : JsonNode.Parse(parameter.Example is "1" && parameter.Type == "boolean" ? "true" : parameter.Example),
        };
    }

    private static Dictionary<string, OpenApiMediaType> Content(Doc doc)
    {
        if (doc.Shape is not { } shape)
        {
            return doc.MediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType());
        }

        var record = RecordOf(shape);
        var example = ExampleOf(shape);
        if (!doc.IsList)
        {
            return new() { ["application/json"] = new OpenApiMediaType { Schema = record, Example = example } };
        }

        var page = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["total"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Description = $"Items of all pages, counted at most ten seconds ago and no further than {Totals.Most}; "
                        + "of texts and series that are many, less far.",
                },
                ["total_exact"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Boolean,
                    Description = "Whether total is exact; else there are at least so many.",
                },
                ["next"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String | JsonSchemaType.Null,
                    Description = "Address of the page behind, or null for the last.",
                },
                ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = record },
            },
        };
        return new()
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = page,
                Example = new JsonObject { ["total"] = 1, ["total_exact"] = true, ["next"] = null, ["items"] = new JsonArray(example) },
            },
            ["text/csv"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create(string.Join(',', shape.Fields.Select(field => field.Name)) + "\r\n"),
            },
            ["application/x-ndjson"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "One item a line." },
                Example = JsonValue.Create(example.ToJsonString(Relaxed) + "\n"),
            },
        };
    }

    private static OpenApiSchema RecordOf(Shape shape) => new()
    {
        Title = shape.Name,
        Type = JsonSchemaType.Object,
        Properties = shape.Fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => new OpenApiSchema
        {
            Type = TypeOf(field.Kind),
            Format = field.Kind switch { FieldKind.Date => "date", FieldKind.Moment => "date-time", _ => null },
            Items = field.Kind == FieldKind.Texts ? new OpenApiSchema { Type = JsonSchemaType.String } : null,
            Description = field.Description,
        }),
    };

    private static JsonObject ExampleOf(Shape shape)
    {
        var example = new JsonObject();
        foreach (var field in shape.Fields)
        {
            example[field.Name] = JsonNode.Parse(field.Example);
        }

        return example;
    }

    private static OpenApiResponse ProblemOf(string description, Problem problem) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType { Example = JsonNode.Parse(ProblemWriter.Of(problem, "/api/v1/…")) },
        },
    };

    private static JsonSchemaType TypeOf(string type) => type switch
    {
        "integer" => JsonSchemaType.Integer,
        "number" => JsonSchemaType.Number,
        "boolean" => JsonSchemaType.Boolean,
        _ => JsonSchemaType.String,
    };

    private static JsonSchemaType TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Whole => JsonSchemaType.Integer | JsonSchemaType.Null,
        FieldKind.Number => JsonSchemaType.Number | JsonSchemaType.Null,
        FieldKind.Truth => JsonSchemaType.Boolean | JsonSchemaType.Null,
        FieldKind.Texts => JsonSchemaType.Array | JsonSchemaType.Null,
        FieldKind.Json => JsonSchemaType.Array | JsonSchemaType.Null,
        _ => JsonSchemaType.String | JsonSchemaType.Null,
    };
}
