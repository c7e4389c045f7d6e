using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pannier.Mail.Mirror.Threads;

/// <summary>Hashes Message-IDs for one person, by a key nobody else has: a sender cannot make two that collide.</summary>
public sealed class LinkHash
{
    public const int KeyLength = 32;

    private readonly byte[] _key;

    /// <param name="key">32 octets.</param>
    public LinkHash(ReadOnlySpan<byte> key) => _key = key.ToArray();

    public static LinkHash New() => new(RandomNumberGenerator.GetBytes(KeyLength));

    public MessageLinks Of(AccountId account, MailboxRef mailbox, MailboxId id, MessageRow row)
    {
        var own = row.Envelope.MessageId is { } message ? Message(message) : Hash(string.Create(CultureInfo.InvariantCulture, $"p:{account}-{id}-{mailbox.UidValidity}-{row.Uid}"));
        var references = row.Thread.References.Select(Message).Where(one => one != own).ToList();
        if (row.Thread.ThreadId is { } thread) references.Add(Hash($"t:{account}-{thread}"));
        return new MessageLinks(own, references.ToArray());
    }

    private ulong Message(string id) => Hash("m:" + id.Trim());

    /// <summary>Never 0, which stands for none.</summary>
    private ulong Hash(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) is var value && value == 0 ? 1 : value;
    }
}
