using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Mail.Net;

/// <summary>
/// The only way out to a host that a person, a message or a provider names. A name is resolved once, the answer is checked,
/// and the connection goes to the checked address: a second look-up that says something else is never asked for. Each purpose
/// (mail, web, identity) has one with its own rules and ports.
/// </summary>
public sealed class Egress
{
    private readonly EgressPolicy _policy;
    private readonly TimeProvider _time;
    private readonly ResolveHost _resolve;
    private readonly TlsRules _tls;
    private readonly HashSet<HostPort> _allowed;
    private readonly HashSet<int> _ports;

    /// <param name="resolve">Null for the system's resolver.</param>
    public Egress(EgressPolicy policy, TimeProvider time, ResolveHost? resolve = null)
    {
        (_policy, _time, _resolve) = (policy, time, resolve ?? Dns.GetHostAddressesAsync);
        _tls = new TlsRules(policy.TrustedCertificates);
        _allowed = [.. policy.Allow.Select(HostPort.Read).OfType<HostPort>()];
        _ports = [.. policy.UsualPorts, .. policy.OtherPorts];
    }

    /// <summary>How a checked address is connected to. Another only in tests, which put a line in memory there.</summary>
    internal Func<IPEndPoint, CancellationToken, Task<Stream>> Dial { get; init; } = SocketAsync;

    public bool AllowsClearText(HostName host) => _policy.AllowsClearText(host);

    /// <summary>Connects; with <see cref="ConnectionSecurity.Tls"/> the stream is encrypted already, else it is clear.</summary>
    /// <exception cref="MailFault">As <see cref="OpenAsync"/>.</exception>
    public async Task<Stream> ConnectAsync(ServerAddress server, CancellationToken cancellation) => (await OpenAsync(server, cancellation)).Stream;

    /// <summary>Connects; with <see cref="ConnectionSecurity.Tls"/> the line is encrypted already, else it is clear.</summary>
    /// <exception cref="MailFault">
    /// <see cref="MailFaultKind.Forbidden"/>, also for a port that is not this purpose's and for clear text to a host it is not allowed for; <see cref="MailFaultKind.Unreachable"/>;
    /// <see cref="MailFaultKind.Certificate"/>; <see cref="MailFaultKind.TimedOut"/> when it answered the connection and then fell silent.
    /// </exception>
    public async Task<Line> OpenAsync(ServerAddress server, CancellationToken cancellation)
    {
        if (server.Security == ConnectionSecurity.None && !AllowsClearText(server.Host)) throw new MailFault(MailFaultKind.Forbidden);

        using var limit = new CancellationTokenSource(_policy.ConnectTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        Line? line = null;
        try
        {
            var addresses = await PublicAddressesAsync(server, both.Token);
            line = new Line(await DialAsync(addresses, server.Port, both.Token), server, _tls) { Patience = _policy.SilenceLimit };
            if (server.Security == ConnectionSecurity.Tls) await line.StartTlsAsync(both.Token);
            return line;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            if (line is not null) await line.DisposeAsync();
            throw new MailFault(line is null ? MailFaultKind.Unreachable : MailFaultKind.TimedOut);
        }
        catch (OperationCanceledException)
        {
            if (line is not null) await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tries a host a person named, so that failing teaches nothing of the network: one fault, and always after the same time.</summary>
    /// <returns>What the attempt returned, at once.</returns>
    /// <exception cref="MailFault">
    /// <see cref="MailFaultKind.Unreachable"/> without text, after <see cref="EgressOptions.ProbeTime"/>, whether closed, filtered,
    /// forbidden, silent or not a mail server; other kinds as they are, since only a server that was rightly reached can cause them.
    /// </exception>
    public async Task<T> ProbeAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_policy.ProbeTime, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await attempt(both.Token);
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.Unreachable or MailFaultKind.Forbidden or MailFaultKind.TimedOut
            or MailFaultKind.Protocol or MailFaultKind.Dropped)
        {
            await WaitAsync(limit.Token, cancellation);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // The whole time is used up already.
        }

        throw new MailFault(MailFaultKind.Unreachable);
    }

    /// <summary>Judges a certificate as <see cref="OpenAsync"/> does: by the system's authorities and the site's, without asking anybody.</summary>
    public bool RemoteCertificateValidation(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        _tls.Judge(certificate, chain, errors);

    private async Task<IReadOnlyList<IPAddress>> PublicAddressesAsync(ServerAddress server, CancellationToken cancellation)
    {
        var allowed = _allowed.Contains(new HostPort(server.Host, server.Port));
        if (!allowed && !_ports.Contains(server.Port.Number)) throw new MailFault(MailFaultKind.Forbidden); // nobody is even asked for the name
        var found = await AddressesAsync(server.Host, cancellation);
        if (found.Count == 0) throw new MailFault(MailFaultKind.Unreachable);
        if (allowed) return found;

        IReadOnlyList<IPAddress> usable = [.. found.Where(PublicAddress.Is)];
        return usable.Count > 0 ? usable : throw new MailFault(MailFaultKind.Forbidden);
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(HostName host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host.Value, out var literal)) return [literal];
        try
        {
            return await _resolve(host.Value, cancellation);
        }
        catch (SocketException e)
        {
            throw new MailFault(MailFaultKind.Unreachable, inner: e);
        }
    }

    private async Task<PatientStream> DialAsync(IReadOnlyList<IPAddress> addresses, Port port, CancellationToken cancellation)
    {
        Exception? last = null;
        foreach (var address in addresses)
        {
            using var limit = new CancellationTokenSource(_policy.AddressTimeout, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            try
            {
                return new PatientStream(await Dial(new IPEndPoint(address, port.Number), both.Token), _time);
            }
            catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                last = e;
            }
        }

        throw new MailFault(MailFaultKind.Unreachable, inner: last);
    }

    private static async Task<Stream> SocketAsync(IPEndPoint address, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellation);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task WaitAsync(CancellationToken until, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = until.Register(done.SetResult);
        await done.Task.WaitAsync(cancellation);
    }
}
