using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Crypto;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Mail.Mirror.Threads;
using Pannier.Mail.Mirror.Views;
using Pannier.Mail.Search;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>The mirror alone, in process and on one core: how lists, searches and memory grow from 10,000 messages to a million, in 20 accounts.</summary>
internal static class GrowthRun
{
    private const int Accounts = 20;
    private static readonly int[] Sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000];

    private static readonly string[] Words = ["plan", "budget", "harbour", "meeting", "invoice", "Übersicht", "計画", "weather", "report", "walnut", "release", "minutes", "crane", "parcel", "garden", "opera"];

    /// <param name="plot">The SVG file to draw.</param>
    public static async Task RunAsync(string plot)
    {
        var columns = new List<GrowthColumn>();
        Console.WriteLine("\nThe mirror in process, one core, 20 accounts; milliseconds p50 / p95 / p99 of 200 rounds.\n");
        Console.WriteLine("| messages | bytes each | first page | page at half depth | unread | by subject | conversations | search, three words as typed | flags of 50 |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var size in Sizes)
        {
            using var mirror = new PersonMirror();
            await FillAsync(mirror, size);
            var column = await MeasureAsync(mirror, size);
            columns.Add(column);
            Console.WriteLine($"| {size:N0} | {column.BytesEach:0} | {column.Page} | {column.Deep} | {column.Unread} | {column.BySubject} | {column.Conversations} | {column.Search} | {column.Flags} |");
        }

        await ReadBackAsync();
        await File.WriteAllTextAsync(plot, GrowthPlot.Draw(columns));
    }

    private static async Task FillAsync(PersonMirror mirror, int size)
    {
        var links = mirror.Links;
        var random = new Random(7);
        for (var a = 0; a < Accounts; a++)
        {
            var (account, mailbox) = (new AccountId((ulong)a + 1), new MailboxId((ulong)a + 100));
            var name = new MailboxName("INBOX", '/');
            await mirror.JoinAsync(account, InCombinedViews.Shown, CancellationToken.None);
            await mirror.ListedAsync(account, [new Mailbox(account, mailbox, name, MailboxRole.Inbox, true, true, null)], CancellationToken.None);
            var count = size / Accounts;
            for (var from = 1; from <= count; from += 5_000)
            {
                var rows = Enumerable.Range(from, Math.Min(5_000, count - from + 1)).Select(uid => Row(random, a, uid)).ToList();
                await mirror.ApplyAsync(account, new MailboxDelta(mailbox, new SyncPoint(7, (uint)count + 1, count, 1, new Uid(1))) { Added = [.. rows.Select(row => new FetchedMessage(row, links.Of(account, new MailboxRef(name, 7), mailbox, row)))] }, CancellationToken.None);
            }

            await mirror.StandsAsync(account, SyncStage.Current, null, CancellationToken.None);
        }
    }

    private static MessageRow Row(Random random, int account, int uid)
    {
        string Word() => Words[random.Next(Words.Length)];
        var subject = $"{(uid % 3 == 0 ? "Re: " : "")}{Word()} {Word()} {Word()} {uid % 997}";
        var from = new EmailAddress($"{Word()} {Word()}", $"{Word()}{uid % 311}@example.org".Replace("計画", "k", StringComparison.Ordinal));
        return new MessageRow(
            new Uid((uint)uid), DateTimeOffset.UnixEpoch.AddYears(50).AddMinutes((uid * 7) + random.Next(600)), 2_000 + random.Next(90_000), random.Next(5) == 0 ? Keywords.None : Keywords.Seen,
            Envelope.Empty with { Subject = subject, From = [from], To = [new EmailAddress(null, $"me{account}@example.org")], MessageId = $"{account}.{uid}@example.org" },
            AttachmentMark.No, uid % 5 == 0 ? $"{Word()} {Word()} {Word()} and then {Word()} {Word()}, as {Word()} said of the {Word()}" : null)
        {
            Thread = uid % 3 == 0 ? new ThreadHints([$"{account}.{uid - 1}@example.org", $"{account}.{uid - 2}@example.org"], null) : ThreadHints.None,
        };
    }

    private static async Task<GrowthColumn> MeasureAsync(PersonMirror mirror, int size)
    {
        var version = mirror.Current;
        var inbox = Query.Of(new Scope.Combined(CombinedView.Inbox));
        var images = version.Accounts.Values.SelectMany(account => account.Images.Values).ToList();
        var middle = images[0].KeyAt(images[0].Newest(images[0].Count / 2));
        var half = PagePlace.After(new Cursor(DateTimeOffset.FromUnixTimeSeconds(images[0].ReceivedAt(images[0].Find(middle.Uid))), middle));
        var typed = new[] { "wal", "walnut bud", "walnut budget har" }.Select(text => new Query(new Scope.Combined(CombinedView.Everything), new SearchNode.All([.. text.Split(' ').Select(word => (SearchNode)new SearchNode.Words(SearchField.Anywhere, word))]))).ToList();
        var few = size >= 300_000 ? 40 : 200;
        var column = new GrowthColumn(size)
        {
            Page = await TakeAsync(200, _ => MirrorLists.List(version, inbox, null, PagePlace.First, 50)),
            Deep = await TakeAsync(200, _ => MirrorLists.List(version, inbox, null, half, 50)),
            Unread = await TakeAsync(200, _ => MirrorLists.List(version, Query.Of(new Scope.Combined(CombinedView.Unread)), null, PagePlace.First, 50)),
            BySubject = await TakeAsync(few, _ => MirrorLists.List(version, inbox with { Order = new ListOrder(SortBy.Subject, Direction.Ascending) }, null, PagePlace.First, 50)),
            Conversations = await TakeAsync(200, _ => MirrorLists.List(version, inbox with { Grouping = Grouping.Conversations }, null, PagePlace.First, 50)),
            Search = await TakeAsync(few, round => MirrorLists.List(version, typed[round % 3], null, PagePlace.First, 50)),
            Flags = Shown(await Times.TakeAsync([mirror], 200, (one, round) => one.ApplyAsync(images[round % Accounts].Account, new MailboxDelta(images[round % Accounts].Mailbox, images[round % Accounts].Point)
            {
                Flags = [.. Enumerable.Range(0, 50).Select(i => new FlagChange(images[round % Accounts].UidAt(i), (round & 1) == 0 ? Keywords.Flagged : Keywords.Seen))],
            }, CancellationToken.None))),
        };
        return column with { BytesEach = (images.Sum(image => image.Bytes) + mirror.Threads.Bytes) / (double)size };
    }

    /// <summary>100,000 messages out of a sealed file.</summary>
    private static async Task ReadBackAsync()
    {
        using var directory = new TempDirectory();
        using var mirror = new PersonMirror();
        await FillAsync(mirror, 100_000);
        using var keyring = new Keyring(UserId.New(), new Vault(), null, [BoxKey.New(1)]);
        var shelves = new MirrorShelves(directory.Path, NullLoggerFactory.Instance);
        await using (var keeper = new MirrorKeeper(mirror, shelves.Open(keyring), NullLogger<MirrorKeeper>.Instance))
        {
            using var empty = new PersonMirror();
            foreach (var account in mirror.Current.Accounts.Keys) await keeper.ReadAsync(account, CancellationToken.None);
            var writing = Stopwatch.GetTimestamp();
            await keeper.WriteAsync(CancellationToken.None);
            Console.WriteLine($"\n100,000 messages kept sealed in {Stopwatch.GetElapsedTime(writing).TotalSeconds:0.00} s, {new DirectoryInfo(Path.Combine(directory.Path, "mirror")).GetFiles().Sum(file => file.Length) / 1e6:0.0} MB.");
        }

        for (var round = 0; round < 2; round++)
        {
            using var again = new PersonMirror();
            await using var keeper = new MirrorKeeper(again, shelves.Open(keyring), NullLogger<MirrorKeeper>.Instance);
            var reading = Stopwatch.GetTimestamp();
            await keeper.BeginAsync(CancellationToken.None);
            foreach (var account in mirror.Current.Accounts.Keys) await keeper.ReadAsync(account, CancellationToken.None);
            Console.WriteLine($"Read back in {Stopwatch.GetElapsedTime(reading).TotalSeconds:0.00} s: {again.Current.Accounts.Values.SelectMany(account => account.Images.Values).Sum(image => image.Count):N0} messages.");
        }
    }

    private static async Task<string> TakeAsync(int rounds, Func<int, Page> read)
    {
        for (var round = 0; round < 3; round++) read(round); // compiled, and made what is made once
        return Shown(await Times.TakeAsync([0], rounds, (_, round) =>
        {
            read(round);
            return Task.CompletedTask;
        }));
    }

    private static string Shown(Times times) => string.Create(CultureInfo.InvariantCulture, $"{times.P50:0.00} / {times.P95:0.00} / {times.P99:0.00}");
}
