using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Bytes that stand in many lines, ready to be copied in whole vectors: the base library's copy takes longer to begin than most pieces are
/// long.</summary>
internal readonly struct JsonPiece
{
    private readonly byte[] padded;
    private readonly int length;

    public JsonPiece(ReadOnlySpan<byte> bytes)
    {
        length = bytes.Length;
        padded = new byte[Math.Max(1, (bytes.Length + Vector256<byte>.Count - 1) / Vector256<byte>.Count) * Vector256<byte>.Count];
        bytes.CopyTo(padded);
    }

    /// <summary>Writes it from <paramref name="at"/> on and returns the offset behind it; needs room for a vector more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(Span<byte> to, int at) => Copy(to, at, ref padded[0], length);

    /// <summary>Copies <paramref name="length"/> bytes, behind which there must be a vector more to read, as there must be room for one to
    /// write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Copy(Span<byte> to, int at, ref byte from, int length)
    {
        // No offset comes near the greatest number: all is in one array.
        unchecked
        {
            ref var first = ref to[at];
            for (nint i = 0; i < length; i += Vector256<byte>.Count) Vector256.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref first, (nuint)i);
            return at + length;
        }
    }
}
