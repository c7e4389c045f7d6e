using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Pannier.Mail.Mirror.Keeping;

/// <summary>Writes numbers little-endian, as every machine this runs on holds them.</summary>
internal sealed class KeptWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4_096);

    public KeptWriter Byte(byte value)
    {
        _bytes.Write([value]);
        return this;
    }

    public KeptWriter Int(int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        _bytes.Write(four);
        return this;
    }

    public KeptWriter UInt(uint value) => Int((int)value);

    public KeptWriter Long(long value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, value);
        _bytes.Write(eight);
        return this;
    }

    public KeptWriter ULong(ulong value) => Long((long)value);

    public KeptWriter Array<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        _bytes.Write(MemoryMarshal.AsBytes(values));
        return this;
    }

    public KeptWriter Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Int(bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    public byte[] Done() => _bytes.WrittenSpan.ToArray();
}
