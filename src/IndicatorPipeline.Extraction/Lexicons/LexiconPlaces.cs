namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Finds room in one array for the letters that follow each beginning of words, as close as they go.</summary>
/// <param name="letters">How many letters there are, 0 included.</param>
internal sealed class LexiconPlaces(int letters)
{
    // What no beginning's place is.
    private const ushort None = ushort.MaxValue;

    private readonly bool[] taken = new bool[None];
    private ushort[] owners = new ushort[None + letters];

    // All cells before it are taken.
    private int free = 1;

    // The last place that was given.
    private int last;

    // Beginnings with one follower are looked for so many cells back: those that could not be had for want of a place of its own may be had now.
    private const int Back = 8;

    // Where room was found last, and for how many.
    private int cell;
    private int many;

    /// <summary>By cell, the place of the beginning whose follower stands there; of a free cell, what is no such place. There is one for every letter behind every place.</summary>
    public ushort[] Owners()
    {
        Array.Resize(ref owners, last + letters);
        // A beginning that nothing follows has the place 0, and none of the cells there may seem to be its own.
        for (var i = 0; i < letters; i++)
            if (owners[i] == 0) owners[i] = None;
        return owners;
    }

    /// <summary>Takes the cells of some letters behind a place of their own, from 1, and returns it; 0 where there is no room.</summary>
    /// <param name="followers">The letters, at least one.</param>
    public ushort Take(ReadOnlySpan<ushort> followers)
    {
        while (free < None && owners[free] != 0) free++;
        cell = followers.Length == many ? Math.Max(cell - Back, free) : free;
        many = followers.Length;
        cell = Math.Max(cell, followers[0] + 1);
        while (!HasRoom(cell - followers[0], followers)) cell++;
        var place = cell - followers[0];
        if (place >= None) return 0;
        taken[place] = true;
        last = Math.Max(last, place);
        foreach (var letter in followers) owners[place + letter] = (ushort)place;
        return (ushort)place;
    }

    private bool HasRoom(int place, ReadOnlySpan<ushort> followers)
    {
        if (place >= None) return true;
        if (taken[place]) return false;
        foreach (var letter in followers)
            if (owners[place + letter] != 0) return false;
        return true;
    }
}
