using Pannier.Demo.Imap;
using Pannier.Demo.Net;
using Pannier.Demo.Smtp;
using Pannier.Demo.Store;
using Pannier.Demo.Web;

namespace Pannier.Demo;

/// <summary>
/// A small mail provider in memory, on 127.0.0.1 only: IMAP4rev1 in <c>Imap/</c> (one class a command), submission in
/// <c>Smtp/</c>, the mail itself in <c>Store/</c>, pictures of a sender's in <c>Web/</c>. It is what `pannier demo` shows and what the tests talk to.
/// </summary>
public sealed class DemoProvider : IAsyncDisposable
{
    private readonly List<Listener> listeners = [];
    private readonly PictureServer pictures = new();

    private DemoProvider(DemoOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var (certificate, authority) = DemoCertificates.Make();
        CertificateAuthorityPem = authority;
        Store = new(options.Accounts, clock);
        Faults = new(Store, options.Withheld, DropAll);
        var context = new DemoContext(options, Store, Faults, certificate, clock);
        ImapPort = Listen(options.ImapPort, (wire, stop) => ServeImapAsync(wire, context, stop), cancellation);
        SmtpPort = Listen(options.SmtpPort, (wire, stop) => new SmtpSession(wire, context).RunAsync(stop), cancellation);
        ImapTlsPort = Listen(
            options.ImapTlsPort,
            async (wire, stop) =>
            {
                await wire.StartTlsAsync(certificate, stop);
                await ServeImapAsync(wire, context, stop);
            },
            cancellation);
        SmtpTlsPort = Listen(
            options.SmtpTlsPort,
            async (wire, stop) =>
            {
                await wire.StartTlsAsync(certificate, stop);
                await new SmtpSession(wire, context).RunAsync(stop);
            },
            cancellation);
        PicturePort = Listen(0, pictures.ServeAsync, cancellation);
    }

    /// <summary>IMAP, in clear or with STARTTLS.</summary>
    public int ImapPort { get; }

    /// <summary>Submission, in clear or with STARTTLS.</summary>
    public int SmtpPort { get; }

    /// <summary>IMAP over implicit TLS.</summary>
    public int ImapTlsPort { get; }

    /// <summary>Submission over implicit TLS.</summary>
    public int SmtpTlsPort { get; }

    /// <summary>HTTP, for the pictures of <see cref="Seed.DemoSeed.Postcards"/>.</summary>
    public int PicturePort { get; }

    /// <summary>The paths of pictures that somebody asked for, in order.</summary>
    public IReadOnlyList<string> PicturesAsked => pictures.Asked;

    /// <summary>The authority to trust, as PEM; the certificate is for 127.0.0.1 and localhost.</summary>
    public string CertificateAuthorityPem { get; }

    /// <summary>What can be made to go wrong.</summary>
    public DemoFaults Faults { get; }

    /// <summary>The mail.</summary>
    public DemoMailStore Store { get; }

    /// <summary>Starts the provider; it answers when the task is done, until it is disposed or the token is cancelled.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">A port asked for is taken.</exception>
    public static async Task<DemoProvider> StartAsync(DemoOptions options, TimeProvider clock, CancellationToken cancellation) =>
        await Task.Run(() => new DemoProvider(options, clock, cancellation), cancellation);

    /// <summary>Ends every connection and frees the ports; throws if a session met a bug of ours.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(listeners.Select(listener => listener.DisposeAsync().AsTask()));

    private static async Task ServeImapAsync(Wire wire, DemoContext context, CancellationToken stop)
    {
        await using var session = new ImapSession(wire, context);
        await session.RunAsync(stop);
    }

    private int Listen(int port, Func<Wire, CancellationToken, Task> serve, CancellationToken cancellation)
    {
        var listener = new Listener(port, serve, cancellation);
        listeners.Add(listener);
        return listener.Port;
    }

    private void DropAll()
    {
        foreach (var listener in listeners)
            listener.DropAll();
    }
}
