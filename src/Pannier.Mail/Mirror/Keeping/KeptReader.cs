using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Pannier.Mail.Mirror.Keeping;

/// <summary>Reads what <see cref="KeptWriter"/> wrote; whatever is too short or too much makes it unsound, and then it reads zeroes.</summary>
internal ref struct KeptReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    public bool IsSound { get; private set; } = true;

    /// <summary>Whether all was sound and nothing is left.</summary>
    public readonly bool IsDone => IsSound && _left.IsEmpty;

    public byte Byte() => Take(1) is { Length: 1 } one ? one[0] : (byte)0;

    public int Int() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadInt32LittleEndian(four) : 0;

    public uint UInt() => (uint)Int();

    public long Long() => Take(8) is { Length: 8 } eight ? BinaryPrimitives.ReadInt64LittleEndian(eight) : 0;

    public ulong ULong() => (ulong)Long();

    /// <summary>So many values; their number is told by the caller, who has bounded it.</summary>
    public T[] Array<T>(int count)
        where T : unmanaged
    {
        if (count < 0 || count > _left.Length / Marshal.SizeOf<T>())
        {
            IsSound = false;
            return [];
        }

        return MemoryMarshal.Cast<byte, T>(Take(count * Marshal.SizeOf<T>())).ToArray();
    }

    public string Text()
    {
        var length = Int();
        return length < 0 || length > _left.Length ? Unsound() : System.Text.Encoding.UTF8.GetString(Take(length));
    }

    private string Unsound()
    {
        IsSound = false;
        return "";
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _left.Length)
        {
            IsSound = false;
            _left = [];
            return [];
        }

        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }
}
