using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>People, sessions and records over a real database in a directory of its own, with passwords that cost little.</summary>
internal sealed class KeptSite : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly TempDirectory? _own;

    private KeptSite(string directory, TempDirectory? own, CryptoSuite suite, KdfParameters? cost, AwaitedClock? clock)
    {
        (_own, Directory) = (own, directory);
        Clock = clock ?? new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        Vault = new Vault(suite);
        Kdf = new PasswordKdf(Vault, cost ?? (Vault.HasLibsodium ? KdfParameters.Argon2(8, 1) : KdfParameters.Rounds(10)));
        Database = new Database(directory);
        var wraps = new KeyWraps(Vault);
        Links = new Links(Database, Clock);
        Store = new DatabaseSessions(Database, Clock);
        Passwords = new Passwords(Database, Kdf, wraps, Store, Clock);
        People = new People(Database, Kdf, wraps, Vault, Passwords, Store, Clock);
        Sessions = new LiveSessions(Store, Database, Vault, Options.Create(new SessionOptions { StayFor = TimeSpan.FromDays(30) }), Clock);
    }

    public string Directory { get; }

    public AwaitedClock Clock { get; }

    public Vault Vault { get; }

    public PasswordKdf Kdf { get; }

    public Database Database { get; }

    public Links Links { get; }

    public Passwords Passwords { get; }

    public People People { get; }

    public Pannier.Core.Outside.ISignInDoor Checks => new Pannier.Core.Outside.LocalDoor(People, Passwords);

    internal Pannier.Core.Outside.OutsidePeople Arrivals => new(Database, Kdf, new KeyWraps(Vault), Vault, Passwords, SiteWraps(new SiteKey(new byte[BoxKey.Length])), Store, Clock);

    public SiteWraps SiteWraps(SiteKey site) => new(Database, new KeyWraps(Vault), site);

    public LiveSessions Sessions { get; }

    public ISessionStore Store { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<KeptSite> OpenAsync(CryptoSuite suite = CryptoSuite.XChaCha20Poly1305)
    {
        var own = new TempDirectory();
        var site = new KeptSite(own.Path, own, suite, null, null);
        await site.Database.MigrateAsync(Cancellation);
        return site;
    }

    /// <summary>The same directory and clock in another process: nothing in memory is shared.</summary>
    public async Task<KeptSite> AgainAsync(CryptoSuite suite = CryptoSuite.XChaCha20Poly1305, KdfParameters? cost = null)
    {
        var site = new KeptSite(Directory, null, suite, cost, Clock);
        await site.Database.MigrateAsync(Cancellation);
        return site;
    }

    public async Task<Registered> RegisterAsync(string name, string password = Password)
    {
        var link = await Links.InviteAsync(Role.Member, Cancellation);
        using var secret = Secret.Of(password);
        return await People.RegisterAsync(link.Token, Role.Member, SignInName.Read(name)!, secret, Cancellation) ?? throw new InvalidOperationException("not registered");
    }

    public async Task<SignInOutcome> SignInAsync(string name, string password = Password)
    {
        using var secret = Secret.Of(password);
        return await People.SignInAsync(SignInName.Read(name)!, secret, Cancellation);
    }

    public async Task<LiveSession> EnterAsync(UserAccount user, Keyring? keyring)
    {
        var ticket = await Sessions.BeginAsync(user, keyring, new Beginning(SignInLevel.Full), Cancellation);
        return await Sessions.OpenAsync(ticket.Reveal(), Cancellation) ?? throw new InvalidOperationException("no session");
    }

    public IMyRecords<T> Records<T>(LiveSession session)
        where T : class => new MyRecords<T>(Database, new Visit { Session = session });

    public IMyBlobs Blobs(LiveSession session, int roomMib = 256) =>
        new MyBlobs(Database, new Visit { Session = session }, Options.Create(new BlobOptions { RoomMib = roomMib }), Clock);

    public async ValueTask DisposeAsync()
    {
        await Sessions.DisposeAsync().AsTask().WaitAsync(PatienceAttribute.Most);
        Kdf.Dispose();
        Database.Dispose();
        _own?.Dispose();
    }
}
