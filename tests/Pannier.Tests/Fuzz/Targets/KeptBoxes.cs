using System.Text;
using Pannier.Mail;
using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Boxes of a kept mirror: whatever they hold is a sound block, or is refused.</summary>
internal sealed class KeptBoxes : IFuzzTarget
{
    private static readonly byte[] Flags = BlockCodec.Keywords(Made(), 7);

    public IReadOnlyList<string> Samples { get; } = [Encoding.Latin1.GetString(BlockCodec.Rows(Made(), 7)), Encoding.Latin1.GetString(new MailboxHead(new(7, 9, 3, 5, new Uid(1)), [new KeptBlock(1, 7, 7)]).Write()), Encoding.Latin1.GetString(AccountCodec.Write([]))];

    public IReadOnlyList<string> Words { get; } = ["\0\0\0\0", "\u00FF\u00FF\u00FF\u00FF", "\u0001", "\u007F\u00FF"];

    public Task TryAsync(byte[] input)
    {
        // Samples are bytes written as text.
        var bytes = Encoding.Latin1.GetBytes(IFuzzTarget.Text(input));
        if (BlockCodec.Read(bytes, 7, Flags, 7) is { } block)
            for (var i = 0; i < block.Count; i++) Assert.NotNull(block.Read(i));

        _ = MailboxHead.Read(bytes);
        _ = AccountCodec.Read(new AccountId(1), bytes);
        return Task.CompletedTask;
    }

    private static Block Made() => new([.. Enumerable.Range(1, 3).Select(uid => Cell.Of(
        new MessageRow(new Uid((uint)uid), DateTimeOffset.UnixEpoch, 5, Keywords.Seen, Envelope.Empty with { Subject = "plan 計画", From = [new EmailAddress("Ann", "a@x")] }, AttachmentMark.Yes, uid == 2 ? null : "a word"),
        new MessageLinks(5, new ulong[] { 6 })))]);
}
