namespace IndicatorPipeline.Cli.Documents;

/// <summary>The known fields of a document's line, as written; null where one is missing or null.</summary>
internal sealed class DocumentFields
{
    public string? Id { get; private set; }

    public string? Text { get; private set; }

    public string? Title { get; private set; }

    public string? Date { get; private set; }

    public string? Region { get; private set; }

    /// <summary>Sets the field of that name; false where there is none.</summary>
    public bool TrySet(ReadOnlySpan<byte> name, string? value)
    {
        if (name.SequenceEqual("id"u8)) Id = value;
        else if (name.SequenceEqual("text"u8)) Text = value;
        else if (name.SequenceEqual("title"u8)) Title = value;
        else if (name.SequenceEqual("date"u8)) Date = value;
        else if (name.SequenceEqual("region"u8)) Region = value;
        else return false;
        return true;
    }
}
