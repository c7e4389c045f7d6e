namespace Pannier.Demo.Store;

/// <summary>One message in one mailbox. Its bytes never change; flags and modseq change together, as one value.</summary>
public sealed class DemoMessage
{
    private readonly byte[] raw;
    private MessageDigest? digest;
    private WeakReference<string>? text;

    internal DemoMessage(uint uid, byte[] raw, DateTimeOffset internalDate, DemoFlags flags, ulong modSeq)
    {
        this.raw = raw;
        Uid = uid;
        InternalDate = internalDate;
        State = new(flags, modSeq);
    }

    public uint Uid { get; }

    /// <summary>The message as it was given: RFC 5322 bytes, or whatever was appended.</summary>
    public ReadOnlyMemory<byte> Raw => raw;

    public DateTimeOffset InternalDate { get; }

    public DemoFlags Flags => State.Flags;

    public ulong ModSeq => State.ModSeq;

    internal int Size => raw.Length;

    internal byte[] Bytes => raw;

    // Read without the account's lock: the reference is replaced, never its content.
    internal MessageState State { get; set; }

    internal bool Expunged { get; set; }

    internal MessageDigest Digest => digest ??= MessageDigest.Of(raw);

    /// <summary>All decoded text of headers and text parts, for BODY and TEXT search; kept only while memory is not wanted.</summary>
    internal string Text
    {
        get
        {
            if (text is not null && text.TryGetTarget(out var known))
                return known;
            var made = MessageText.Of(raw);
            text = new(made);
            return made;
        }
    }

    /// <summary>The same bytes under another UID, sharing what was parsed.</summary>
    internal DemoMessage CopyTo(uint uid, ulong modSeq) =>
        new(uid, raw, InternalDate, Flags, modSeq) { digest = digest };

    internal sealed record MessageState(DemoFlags Flags, ulong ModSeq);
}
