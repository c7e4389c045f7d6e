using System.Net.Security;
using System.Security.Authentication;

namespace Pannier.Mail.Net;

/// <summary>One connection that <see cref="Egress"/> made.</summary>
public sealed class Line : IAsyncDisposable
{
    private readonly PatientStream _raw;
    private readonly TlsRules _tls;
    private readonly ServerAddress _server;

    internal Line(PatientStream raw, ServerAddress server, TlsRules tls)
    {
        (_raw, _server, _tls) = (raw, server, tls);
        Stream = raw;
    }

    /// <summary>What to read and write; an <see cref="SslStream"/> once encrypted. Owned by the line.</summary>
    public Stream Stream { get; private set; }

    public bool IsEncrypted => Stream is SslStream;

    /// <summary>How long the other side may stay silent in one read or write. Set higher only while silence is expected, as in IDLE.</summary>
    public TimeSpan Patience
    {
        get => _raw.Patience;
        set => _raw.Patience = value;
    }

    /// <summary>Begins TLS on a clear line, after both sides agreed to (STARTTLS). Bytes read before must have been used up to the last.</summary>
    /// <exception cref="MailFault"><see cref="MailFaultKind.Certificate"/> with what was <see cref="MailFault.Seen"/>, or <see cref="MailFaultKind.Unreachable"/> when the other side speaks no TLS.</exception>
    public async Task StartTlsAsync(CancellationToken cancellation)
    {
        var refused = false;
        SeenCertificate? seen = null;
        var secure = new SslStream(_raw, leaveInnerStreamOpen: false);
        try
        {
            await secure.AuthenticateAsClientAsync(
                _tls.Options(_server.Host, (_, certificate, chain, errors) =>
                {
                    refused = !_tls.Judge(_server.Pin, certificate, chain, errors);
                    seen = refused && certificate is not null ? new(CertificatePin.Of(certificate), _server.Pin, _tls.Flaw(certificate, chain, errors)) : null;
                    return !refused;
                }),
                cancellation);
            Stream = secure;
        }
        catch (AuthenticationException e)
        {
            await secure.DisposeAsync();
            throw new MailFault(refused ? MailFaultKind.Certificate : MailFaultKind.Unreachable, inner: e) { Seen = seen };
        }
        catch (IOException e)
        {
            await secure.DisposeAsync();
            throw new MailFault(e.InnerException is TimeoutException ? MailFaultKind.TimedOut : MailFaultKind.Unreachable, inner: e);
        }
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
