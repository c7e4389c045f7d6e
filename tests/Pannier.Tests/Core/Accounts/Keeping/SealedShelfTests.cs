using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts;
using Pannier.Core.Accounts.Intents;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Records;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts.Keeping;

/// <summary>A kept mirror opens for its person alone, in its place alone, and a file that is damaged is made anew.</summary>
public sealed class SealedShelfTests : IAsyncLifetime
{
    private static readonly KeptPlace Place = new(AccountId.New(), MailboxId.New(), KeptKind.Rows, 3);
    private PersonHere _person = null!;
    private MirrorShelves _shelves = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Keyring Keyring => _person.Visit.Required.Keyring;

    private string File => Path.Combine(_person.Site.Directory, "mirror", Keyring.User.Value + ".db");

    public async ValueTask InitializeAsync()
    {
        _person = await PersonHere.OpenAsync();
        _shelves = new MirrorShelves(_person.Site.Directory, NullLoggerFactory.Instance);
    }

    public ValueTask DisposeAsync() => _person.DisposeAsync();

    [Fact]
    public async Task A_box_opens_where_it_was_put_and_nowhere_else()
    {
        await using (var shelf = _shelves.Open(Keyring))
        {
            Assert.True(await shelf.CommitAsync([new KeptWrite(Place, "the minutes of Friday"u8.ToArray())], Cancellation));
            Assert.Equal("the minutes of Friday", Encoding.UTF8.GetString((await shelf.ReadAsync(Place, Cancellation))!.Value.Span));
            Assert.Null(await shelf.ReadAsync(Place with { Number = 4 }, Cancellation));
        }

        Assert.DoesNotContain("minutes", Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(File, Cancellation)), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        await ExecuteAsync("UPDATE box SET number = 4");
        await using (var moved = _shelves.Open(Keyring)) Assert.Null(await moved.ReadAsync(Place with { Number = 4 }, Cancellation));

        await ExecuteAsync("UPDATE box SET number = 3, kind = 4");
        await using (var moved = _shelves.Open(Keyring)) Assert.Null(await moved.ReadAsync(Place with { Kind = KeptKind.Keywords }, Cancellation));
    }

    [Fact]
    public async Task What_is_taken_away_or_forgotten_is_there_no_more_and_its_neighbours_stay()
    {
        var neighbour = Place with { Mailbox = MailboxId.New() };
        var other = Place with { Account = AccountId.New() };
        await using var shelf = _shelves.Open(Keyring);
        foreach (var place in (KeptPlace[])[Place, Place with { Number = 9 }, neighbour, other]) await shelf.CommitAsync([new KeptWrite(place, "kept"u8.ToArray())], Cancellation);

        await shelf.CommitAsync([new KeptWrite(Place, null)], Cancellation);
        Assert.Null(await shelf.ReadAsync(Place, Cancellation));
        Assert.NotNull(await shelf.ReadAsync(Place with { Number = 9 }, Cancellation));

        await shelf.ForgetAsync(Place.Account, Place.Mailbox, Cancellation);
        Assert.Null(await shelf.ReadAsync(Place with { Number = 9 }, Cancellation));
        Assert.NotNull(await shelf.ReadAsync(neighbour, Cancellation));

        await shelf.ForgetAsync(Place.Account, Cancellation);
        Assert.Null(await shelf.ReadAsync(neighbour, Cancellation));
        Assert.NotNull(await shelf.ReadAsync(other, Cancellation));
    }

    [Fact]
    public async Task Another_persons_file_under_ones_own_name_opens_nothing()
    {
        await using (var shelf = _shelves.Open(Keyring)) await shelf.CommitAsync([new KeptWrite(Place, "mine"u8.ToArray())], Cancellation);
        var other = await _person.Site.RegisterAsync("ben");
        System.IO.File.Copy(File, Path.Combine(_person.Site.Directory, "mirror", other.User.Id.Value + ".db"));

        await using var theirs = _shelves.Open(other.Keyring);

        Assert.Null(await theirs.ReadAsync(Place, Cancellation));
    }

    [Theory]
    [InlineData("no database at all, only a text that is long enough to be looked at as one")]
    [InlineData("")]
    public async Task A_file_that_is_none_is_made_anew(string content)
    {
        await using (var shelf = _shelves.Open(Keyring)) await shelf.CommitAsync([new KeptWrite(Place, "mine"u8.ToArray())], Cancellation);
        await System.IO.File.WriteAllTextAsync(File, content, Cancellation);

        await using var again = _shelves.Open(Keyring);

        Assert.Null(await again.ReadAsync(Place, Cancellation));
        Assert.True(await again.CommitAsync([new KeptWrite(Place, "anew"u8.ToArray())], Cancellation));
        Assert.NotNull(await again.ReadAsync(Place, Cancellation));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_left_alone_and_said_once()
    {
        Directory.CreateDirectory(File); // a directory in its place

        using var log = new TestLog();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(log));
        var shelf = new SealedShelf(File, Keyring, logs.CreateLogger<SealedShelf>());
        Assert.False(await shelf.CommitAsync([new KeptWrite(Place, "mine"u8.ToArray())], Cancellation));
        Assert.False(await shelf.CommitAsync([new KeptWrite(Place, "mine"u8.ToArray())], Cancellation));
        await shelf.DisposeAsync();

        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task The_mirrors_of_people_who_are_gone_are_removed()
    {
        await using (var shelf = _shelves.Open(Keyring)) await shelf.CommitAsync([new KeptWrite(Place, "mine"u8.ToArray())], Cancellation);

        _shelves.KeepOnly(new HashSet<UserId> { Keyring.User });
        Assert.True(System.IO.File.Exists(File));
        _shelves.KeepOnly(new HashSet<UserId> { UserId.New() });
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Who_comes_back_finds_their_lists_and_no_message_is_fetched_twice()
    {
        var account = await _person.AddAsync("ann");
        var server = new FakeServer();
        server.Make("INBOX", MailboxRole.Inbox);
        for (var i = 0; i < 300; i++) server.Find("INBOX").Add($"letter {i}", Letter.Day(i % 90));

        await using (var first = Mail())
        {
            await OpenAsync(first, account, server);
            await WaitAsync(first, account, image => image.Count == 300 && image.AttachmentAt(0) != AttachmentMark.Unknown);
            await first.LeaveAsync(Cancellation);
        }

        server.ForgetActs();
        server.Find("INBOX").Add("new meanwhile", Letter.Day(99));
        await using var second = Mail();
        await OpenAsync(second, account, server);
        var image = await WaitAsync(second, account, image => image.Count == 301);

        Assert.Equal("new meanwhile", image.Read(image.Newest(0)).Envelope.Subject);
        Assert.Equal("letter 0", image.Read(0).Envelope.Subject);
        Assert.DoesNotContain(server.Acts, act => act.StartsWith("rows INBOX", StringComparison.Ordinal) && int.Parse(act.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) > 25); // the new one, and previews
    }

    private static async Task<MailboxImage> WaitAsync(PersonMail mail, MyAccount account, Func<MailboxImage, bool> isThere)
    {
        while (true)
        {
            var version = mail.Mirror.Current;
            if (version.Accounts.GetValueOrDefault(account.Id)?.Images.Values.FirstOrDefault(isThere) is { } image) return image;
            await mail.Mirror.NextAsync(version.Number, Cancellation);
        }
    }

    private static Task OpenAsync(PersonMail mail, MyAccount account, FakeServer server) => mail.OpenAsync(
        account,
        _ => Task.FromResult(new PersonAccount(account, new FakeStore(server), new Pannier.Mail.Lists.MailboxDirectory(account.Id, Known(account), (_, _) => Task.CompletedTask), new Lazy<ISubmission>(() => throw new InvalidOperationException()))),
        Cancellation);

    private static IReadOnlyList<Pannier.Mail.Lists.KnownMailbox> Known(MyAccount account) => [new(new MailboxId(account.Id.Value + 1), "INBOX", '/', null)];

    private PersonMail Mail() => new(new SyncTurns(1), new PersonStores(() => _shelves.Open(Keyring), new RecordsOf<KeptIntent>(_person.Site.Database, () => Keyring)), null, TimeProvider.System, NullLoggerFactory.Instance);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
