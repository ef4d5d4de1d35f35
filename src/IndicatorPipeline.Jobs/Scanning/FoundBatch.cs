using IndicatorPipeline.Storage.Documents;

namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>Documents that were read and are stored together: few enough to be held in memory, each place once.</summary>
/// <param name="most">Documents at most.</param>
internal sealed class FoundBatch(int most)
{
    /// <summary>Characters of text at most, unless one document has more.</summary>
    private const int MostCharacters = 4_000_000;

    private readonly List<string> _paths = [];
    private readonly List<FoundDocument> _documents = [];
    private readonly HashSet<DocumentPlace> _places = [];
    private int _characters;

    /// <summary>Where they were read, as the reader says it.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The documents, in the same order.</summary>
    public IReadOnlyList<FoundDocument> Documents => _documents;

    public bool HasRoomFor(FoundDocument document)
    {
        if (_documents.Count >= most || _places.Contains(document.Place)) return false;
        return _documents.Count == 0 || _characters + document.Document.Text.Length <= MostCharacters;
    }

    public void Add(string path, FoundDocument document)
    {
        _paths.Add(path);
        _documents.Add(document);
        _places.Add(document.Place);
        _characters += document.Document.Text.Length;
    }

    public void Clear()
    {
        _paths.Clear();
        _documents.Clear();
        _places.Clear();
        _characters = 0;
    }
}
