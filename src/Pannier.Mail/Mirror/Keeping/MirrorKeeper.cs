using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror.Keeping;

/// <summary>
/// Keeps a person's mirror on its shelf: blocks that changed since they were last kept are written again, a mailbox in one
/// transaction with its sync point. What is read back is trued up by the sync.
/// </summary>
/// <remarks>Thread-safe; one at a time.</remarks>
public sealed class MirrorKeeper(PersonMirror mirror, IMirrorShelf shelf, ILogger<MirrorKeeper> log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<MailboxId, Kept> _kept = [];
    private readonly Dictionary<AccountId, IReadOnlyList<Mailbox>> _listed = [];
    private readonly HashSet<AccountId> _read = [];
    private long _version;

    /// <summary>Takes the key that kept hashes were made with; to be called before the mirror holds anything.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        var place = new KeptPlace(default, default, KeptKind.Mirror, 0);
        if (await shelf.ReadAsync(place, cancellation) is { Length: LinkHash.KeyLength } key)
        {
            mirror.HashBy(new LinkHash(key.Span));
            return;
        }

        var fresh = RandomNumberGenerator.GetBytes(LinkHash.KeyLength);
        mirror.HashBy(new LinkHash(fresh));
        await shelf.CommitAsync([new KeptWrite(place, fresh)], cancellation);
    }

    /// <summary>Reads an account back, INBOX first; what is unsound is dropped and read in from the server.</summary>
    public async Task ReadAsync(AccountId account, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var (lost, messages) = (0, 0);
            if (await shelf.ReadAsync(new KeptPlace(account, default, KeptKind.Account, 0), cancellation) is { } box && AccountCodec.Read(account, box.Span) is { } mailboxes)
            {
                await mirror.ListedAsync(account, mailboxes, cancellation);
                _listed[account] = mailboxes;
                foreach (var mailbox in mailboxes.Where(mailbox => mailbox.Selectable).OrderBy(mailbox => mailbox.Role == MailboxRole.Inbox ? 0 : 1))
                {
                    if (await ImageAsync(account, mailbox.Id, cancellation) is { } image)
                    {
                        await mirror.RestoreAsync(image, cancellation);
                        messages += image.Count;
                    }
                    else if (_kept.Remove(mailbox.Id))
                    {
                        lost++;
                        await shelf.ForgetAsync(account, mailbox.Id, cancellation);
                    }
                }
            }

            _read.Add(account);
            if (lost > 0) Log.Lost(log, lost);
            if (messages > 0) Log.Read(log, messages);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes what changed since the last time, of accounts that have been read back.</summary>
    /// <returns>Whether all of it is kept now.</returns>
    public async Task<bool> WriteAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var version = mirror.Current;
            if (version.Number == _version) return true;

            var all = true;
            foreach (var account in version.Accounts.Values.Where(account => _read.Contains(account.Account)))
            {
                if (account.Mailboxes.Count > 0 && !_listed.GetValueOrDefault(account.Account, []).SequenceEqual(account.Mailboxes))
                {
                    if (await shelf.CommitAsync([new KeptWrite(new KeptPlace(account.Account, default, KeptKind.Account, 0), AccountCodec.Write(account.Mailboxes))], cancellation)) _listed[account.Account] = account.Mailboxes;
                    else all = false;
                }

                foreach (var image in account.Told.Values) all &= await WriteAsync(image, cancellation);
                foreach (var gone in _kept.Where(one => one.Value.Account == account.Account && !account.Told.ContainsKey(one.Key)).Select(one => one.Key).ToList())
                {
                    await shelf.ForgetAsync(account.Account, gone, cancellation);
                    _kept.Remove(gone);
                }
            }

            if (all) _version = version.Number;
            return all && version.Accounts.Keys.All(_read.Contains);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Drops an account that was removed.</summary>
    public async Task ForgetAsync(AccountId account, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await shelf.ForgetAsync(account, cancellation);
            foreach (var mailbox in _kept.Where(one => one.Value.Account == account).Select(one => one.Key).ToList()) _kept.Remove(mailbox);
            _listed.Remove(account);
            _read.Remove(account);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await shelf.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<MailboxImage?> ImageAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation)
    {
        if (await shelf.ReadAsync(new KeptPlace(account, mailbox, KeptKind.Mailbox, 0), cancellation) is not { } box) return null;

        var kept = _kept[mailbox] = new Kept(account); // whatever comes of it, there is something to forget
        if (MailboxHead.Read(box.Span) is not { } head) return null;

        var blocks = new List<Block>(head.Blocks.Count);
        foreach (var one in head.Blocks)
        {
            if (await shelf.ReadAsync(new KeptPlace(account, mailbox, KeptKind.Rows, one.Number), cancellation) is not { } rows
                || await shelf.ReadAsync(new KeptPlace(account, mailbox, KeptKind.Keywords, one.Number), cancellation) is not { } keywords
                || BlockCodec.Read(rows.Span, one.Rows, keywords.Span, one.Keywords) is not { } block
                || (blocks.Count > 0 && block.FirstUid <= blocks[^1].LastUid)) return null;

            blocks.Add(block);
            kept.Blocks[block.RowsMark] = new KeptWriting(one, block.KeywordsMark);
            kept.LastNumber = Math.Max(kept.LastNumber, one.Number);
        }

        var image = MailboxImage.Of(account, mailbox, head.Point, [.. blocks]);
        kept.Image = image;
        return image;
    }

    private async Task<bool> WriteAsync(MailboxImage image, CancellationToken cancellation)
    {
        var kept = _kept.GetValueOrDefault(image.Mailbox) ?? new Kept(image.Account);
        if (kept.Image == image) return true;

        // 1. Blocks that are others now, or have other keywords; those that stayed are the very same.
        var writes = new List<KeptWrite>();
        var blocks = new Dictionary<object, KeptWriting>(ReferenceEqualityComparer.Instance);
        var number = kept.LastNumber;
        var head = new List<KeptBlock>();
        foreach (var block in image.Blocks)
        {
            var before = kept.Blocks.TryGetValue(block.RowsMark, out var known) ? known : (KeptWriting?)null;
            var at = before?.Block ?? new KeptBlock(++number, Writing(), 0);
            if (before is null) writes.Add(new KeptWrite(Place(KeptKind.Rows, at.Number), BlockCodec.Rows(block, at.Rows)));
            if (before is null || !ReferenceEquals(before.Value.KeywordsMark, block.KeywordsMark))
            {
                at = at with { Keywords = Writing() };
                writes.Add(new KeptWrite(Place(KeptKind.Keywords, at.Number), BlockCodec.Keywords(block, at.Keywords)));
            }

            blocks[block.RowsMark] = new KeptWriting(at, block.KeywordsMark);
            head.Add(at);
        }

        // 2. Blocks that are no more.
        foreach (var gone in kept.Blocks.Where(one => !blocks.ContainsKey(one.Key)).Select(one => one.Value.Block.Number))
            writes.AddRange([new KeptWrite(Place(KeptKind.Rows, gone), null), new KeptWrite(Place(KeptKind.Keywords, gone), null)]);

        // 3. The head, in the same transaction: a sync point never stands without its rows.
        writes.Add(new KeptWrite(Place(KeptKind.Mailbox, 0), new MailboxHead(image.Point, head).Write()));
        if (!await shelf.CommitAsync(writes, cancellation)) return false;

        _kept[image.Mailbox] = new Kept(image.Account) { Image = image, LastNumber = number, Blocks = blocks };
        return true;

        KeptPlace Place(KeptKind kind, long at) => new(image.Account, image.Mailbox, kind, at);
    }

    private static ulong Writing() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    private sealed class Kept(AccountId account)
    {
        public AccountId Account { get; } = account;

        public MailboxImage? Image { get; set; }

        public long LastNumber { get; set; }

        public Dictionary<object, KeptWriting> Blocks { get; init; } = new(ReferenceEqualityComparer.Instance);
    }

    private readonly record struct KeptWriting(KeptBlock Block, object KeywordsMark);
}
