using System.Globalization;
using System.Text;

namespace IndicatorPipeline.Soak.Corpora;

/// <summary>The documents of a soak, as files of a folder that is written twice: as it is in the first night and as it is in the second.</summary>
internal sealed class SoakCorpus
{
    private readonly int _seed;

    private SoakCorpus(int seed, IReadOnlyList<SoakDocument> documents) => (_seed, Documents) = (seed, documents);

    /// <summary>All files that are there in the second night.</summary>
    public IReadOnlyList<SoakDocument> Documents { get; }

    /// <summary>
    /// Of a hundred documents five are copies, four change, one comes later, one heals and two are poisoned; one of all ends sessions.
    /// </summary>
    public static SoakCorpus Of(SoakSettings settings)
    {
        var documents = new List<SoakDocument>(settings.Documents);
        for (var number = 0; number < settings.Documents; number++)
        {
            var kind = (number % 100) switch
            {
                13 or 31 or 49 or 67 or 88 => SpeechKind.Copy,
                5 or 27 or 55 or 78 => SpeechKind.Changed,
                95 => SpeechKind.Later,
                41 => SpeechKind.Healed,
                19 => (number / 100 % 3) switch { 0 => SpeechKind.CutOff, 1 => SpeechKind.Empty, _ => SpeechKind.Noise },
                62 => number < 100 ? SpeechKind.SessionKiller : SpeechKind.Refused,
                _ => SpeechKind.Ordinary,
            };
            var extension = kind == SpeechKind.CutOff ? "docx" : "txt";
            documents.Add(new SoakDocument(number, kind,
                string.Create(CultureInfo.InvariantCulture, $"{number / 500:D3}/speech{number:D6}.{extension}")));
        }

        return new SoakCorpus(settings.Seed, documents);
    }

    /// <summary>Writes the folder as it is in the first night.</summary>
    public void WriteFirst(string folder)
    {
        foreach (var document in Documents.Where(document => document.Kind != SpeechKind.Later))
        {
            var path = Path.Combine(folder, document.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, First(document));
        }
    }

    /// <summary>Changes, heals and adds what the second night finds; each file at once, as a careful writer does.</summary>
    public void WriteSecond(string folder)
    {
        foreach (var document in Documents)
        {
            var bytes = document.Kind switch
            {
                SpeechKind.Changed => Text(SpeechWriter.Write(_seed, document.Number, edition: 1)),
                SpeechKind.Later or SpeechKind.Healed => Text(SpeechWriter.Write(_seed, document.Number)),
                _ => null,
            };
            if (bytes is not null)
            {
                var path = Path.Combine(folder, document.Path);
                // Outside the folder that is scanned, on the same disk.
                var aside = folder + ".aside";
                File.WriteAllBytes(aside, bytes);
                File.Move(aside, path, overwrite: true);
            }
        }
    }

    private byte[] First(SoakDocument document) => document.Kind switch
    {
        SpeechKind.Copy => Text(SpeechWriter.Write(_seed, document.Number - 3)),
        SpeechKind.Empty or SpeechKind.Healed => [],
        SpeechKind.CutOff => [0x50, 0x4b, 0x03, 0x04, .. Noise(document.Number, 300)],
        SpeechKind.Noise => Noise(document.Number, 700),
        SpeechKind.Refused => Text(SpeechWriter.Write(_seed, document.Number, mark: SpeechWriter.RefusedMark)),
        SpeechKind.SessionKiller => Text(SpeechWriter.Write(_seed, document.Number, mark: SpeechWriter.KillerMark)),
        _ => Text(SpeechWriter.Write(_seed, document.Number)),
    };

    private byte[] Noise(int number, int count)
    {
        var bytes = new byte[count];
        new Random(unchecked((_seed * 31) + number)).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
