using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>Writes zips byte by byte, for names, flags and lies that <see cref="ZipArchive"/> would not write.</summary>
internal sealed class ZipMaker
{
    private const ushort Utf8Flag = 0x800;

    private readonly MemoryStream body = new();
    private readonly MemoryStream directory = new();
    private ushort count;

    /// <summary>A zip with UTF-8 names.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] members)
    {
        var maker = new ZipMaker();
        foreach (var (name, content) in members)
            maker.Add(Encoding.UTF8.GetBytes(name), content, Utf8Flag);
        return maker.ToArray();
    }

    public ZipMaker Add(byte[] name, byte[] content, ushort flags = 0, bool deflated = true)
    {
        var offset = (uint)body.Length;
        var packed = deflated ? Deflate(content) : content;
        var fields = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(fields, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(2), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(4), (ushort)(deflated ? 8 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), Crc(content));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(14), (uint)packed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(18), (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(22), (ushort)name.Length);
        body.Write("PK\u0003\u0004"u8);
        body.Write(fields);
        body.Write(name);
        body.Write(packed);
        directory.Write("PK\u0001\u0002"u8);
        directory.Write([20, 0]);
        directory.Write(fields);
        directory.Write(new byte[10]);
        var place = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(place, offset);
        directory.Write(place);
        directory.Write(name);
        count++;
        return this;
    }

    public byte[] ToArray()
    {
        var end = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(4), count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(6), count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(8), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)body.Length);
        return [.. body.ToArray(), .. directory.ToArray(), .. "PK\u0005\u0006"u8, .. end];
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
