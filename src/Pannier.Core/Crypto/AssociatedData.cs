using System.Buffers.Binary;
using System.Text;

namespace Pannier.Core.Crypto;

/// <summary>What a box is bound to: whose it is, of what kind, which one, and the version of its schema. A box moved elsewhere does not open.</summary>
/// <param name="Owner">A person's id; empty for what is the site's.</param>
public sealed record AssociatedData(string Owner, string Kind, string Id, int SchemaVersion)
{
    /// <summary>Whatever else must stay as it was, in order: a server's host and port, a piece's number.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The box's head, then each part with its length before it, so that no two different bindings read alike.</summary>
    internal byte[] ToBytes(ReadOnlySpan<byte> head)
    {
        using var bytes = new MemoryStream();
        bytes.Write(head);
        Write(bytes, Owner);
        Write(bytes, Kind);
        Write(bytes, Id);
        Write(bytes, SchemaVersion);
        Write(bytes, Also.Count);
        foreach (var part in Also) Write(bytes, part);
        return bytes.ToArray();
    }

    private static void Write(MemoryStream bytes, string part)
    {
        var text = Encoding.UTF8.GetBytes(part);
        Write(bytes, text.Length);
        bytes.Write(text);
    }

    private static void Write(MemoryStream bytes, int number)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, number);
        bytes.Write(four);
    }
}
