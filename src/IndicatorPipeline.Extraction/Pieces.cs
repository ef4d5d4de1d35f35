using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction;

/// <summary>Values side by side in one array that grows and is used again: a list whose values are read where they lie.</summary>
/// <remarks>
/// A list hands out copies and, being generic code of the base library over a type of ours, cannot be compiled ahead of time.
/// What an indexer gives is valid until the next <see cref="Add"/>.
/// </remarks>
internal sealed class Pieces<T>
{
    private T[] items = new T[16];

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>All values.</summary>
    public Span<T> Span => items.AsSpan(0, Count);

    /// <summary>The value at <paramref name="index"/>, in place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            // Negative indices are large unsigned ones. Rules ask for tokens more often than for anything else: the array is at least as long as the
            // count, and one check is enough.
            if (unchecked((uint)index >= (uint)Count)) ThrowOutside();
            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(items), index);
        }
    }

    /// <summary>The place behind the last value: to be filled, and then taken in by <see cref="AddNext"/>. Until then it holds what some earlier
    /// value was.</summary>
    public ref T Next
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (Count == items.Length) Grow(Count + 1);
            return ref items[Count];
        }
    }

    /// <summary>Appends what <see cref="Next"/> holds.</summary>
    public void AddNext() => Count++;

    /// <summary>Appends <paramref name="item"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in T item)
    {
        if (Count == items.Length) Grow(Count + 1);
        items[Count++] = item;
    }

    /// <summary>Forgets all values but the first <paramref name="count"/>.</summary>
    public void Keep(int count) => Count = Math.Min(count, Count);

    /// <summary>Room for <paramref name="most"/> values behind those that there are; they count as soon as <see cref="Take"/> says how many were
    /// written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Room(int most)
    {
        Reserve(most);
        return items.AsSpan(Count, most);
    }

    /// <summary>The place of the first value, for who has reserved what is written behind the last.</summary>
    public ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref MemoryMarshal.GetArrayDataReference(items);
    }

    /// <summary>Sees to it that there is room for <paramref name="most"/> values behind those that there are.</summary>
    public void Reserve(int most)
    {
        if (items.Length < Count + most) Grow(Count + most);
    }

    /// <summary>Appends the first <paramref name="count"/> values of the room.</summary>
    public void Take(int count) => Count += count;

    /// <summary>Forgets all values.</summary>
    public void Clear() => Count = 0;

    public Span<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    private static void ThrowOutside() => throw new ArgumentOutOfRangeException("index");

    // Doubled at least; only what counts is copied, so that room that is never used is never touched.
    private void Grow(int least)
    {
        var grown = new T[Math.Max(least, items.Length * 2)];
        Span.CopyTo(grown);
        items = grown;
    }
}
