using System.Buffers.Binary;
using System.Text;

namespace Pannier.Core.Crypto;

/// <summary>What a box is bound to: whose it is, of what kind, which one, and the version of its schema. A box moved elsewhere does not open.</summary>
public sealed record AssociatedData(string Owner, string Kind, string Id, int SchemaVersion)
{
    /// <summary>Each part with its length before it, so that no two different bindings read alike.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        foreach (var part in (string[])[Owner, Kind, Id])
        {
            var text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(number, text.Length);
            bytes.Write(number);
            bytes.Write(text);
        }

        BinaryPrimitives.WriteInt32BigEndian(number, SchemaVersion);
        bytes.Write(number);
        return bytes.ToArray();
    }
}
