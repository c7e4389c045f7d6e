using System.Net;
using System.Net.Http.Headers;

namespace Pannier.Mail.Net;

/// <summary>
/// Fetches small documents from hosts that strangers name, through the gate of <see cref="Egress"/>: no proxy, no cookies, no
/// credentials, each redirect checked anew, size and time capped.
/// </summary>
public sealed class EgressHttp : IDisposable
{
    private const int MostRedirects = 3;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public EgressHttp(Egress egress, TimeProvider time)
    {
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.Zero, // each request is resolved and checked anew
            MaxResponseHeadersLength = 16,
            ActivityHeadersPropagator = null, // else traceparent would name each of our requests to a stranger
            ConnectCallback = async (context, cancellation) => await ConnectAsync(egress, context, cancellation),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Pannier", null));
    }

    /// <summary>Gets a document, following at most three redirects, never from https to http.</summary>
    /// <param name="address">Absolute, http or https, without user information.</param>
    /// <param name="mostBytes">More than this is a fault: a document cut in half means nothing.</param>
    /// <param name="atMost">Time for all of it, redirects included.</param>
    /// <exception cref="MailFault">
    /// As <see cref="Egress.OpenAsync"/>; <see cref="MailFaultKind.Protocol"/> when the answer is no HTTP, too large, or redirects badly.
    /// </exception>
    public async Task<WebAnswer> GetAsync(Uri address, int mostBytes, TimeSpan atMost, CancellationToken cancellation)
    {
        return await WithinAsync(
            async token =>
            {
                for (var hop = 0; hop <= MostRedirects; hop++)
                {
                    Check(address);
                    using var request = new HttpRequestMessage(HttpMethod.Get, address);
                    using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                    if (Next(address, answer) is not { } next) return await ReadAsync(address, answer, mostBytes, token);
                    address = next;
                }

                throw new MailFault(MailFaultKind.Protocol);
            },
            atMost,
            cancellation);
    }

    /// <summary>Sends one request; a redirect is an answer like any other, since what it carries is meant for one place only.</summary>
    /// <param name="request">Its address as for <see cref="GetAsync"/>; the caller's to dispose of.</param>
    /// <param name="mostBytes">More than this is a fault.</param>
    /// <param name="atMost">Time for all of it.</param>
    /// <exception cref="MailFault">As <see cref="GetAsync"/>.</exception>
    public async Task<WebAnswer> SendAsync(HttpRequestMessage request, int mostBytes, TimeSpan atMost, CancellationToken cancellation)
    {
        var address = request.RequestUri ?? throw new MailFault(MailFaultKind.Protocol);
        Check(address);
        return await WithinAsync(
            async token =>
            {
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                return await ReadAsync(address, answer, mostBytes, token);
            },
            atMost,
            cancellation);
    }

    public void Dispose() => _client.Dispose();

    private async Task<WebAnswer> WithinAsync(Func<CancellationToken, Task<WebAnswer>> act, TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await act(both.Token);
        }
        catch (HttpRequestException e)
        {
            throw e.InnerException as MailFault ?? new MailFault(MailFaultKind.Protocol, inner: e);
        }
        catch (IOException e)
        {
            throw new MailFault(MailFaultKind.Dropped, inner: e);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailFault(MailFaultKind.TimedOut);
        }
    }

    private static void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            throw new MailFault(MailFaultKind.Protocol);
    }

    private static Uri? Next(Uri from, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location) return null;
        var next = new Uri(from, location);
        return from.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps ? throw new MailFault(MailFaultKind.Protocol) : next;
    }

    private static async Task<WebAnswer> ReadAsync(Uri address, HttpResponseMessage answer, int mostBytes, CancellationToken cancellation)
    {
        var buffer = new byte[mostBytes + 1];
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (read > mostBytes) throw new MailFault(MailFaultKind.Protocol);
        return new WebAnswer(address, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(), buffer.AsMemory(0, read));
    }

    /// <summary>The handler adds no TLS of its own to a stream that is encrypted already.</summary>
    private static async Task<Stream> ConnectAsync(Egress egress, SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var secure = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps;
        if (HostName.Read(context.DnsEndPoint.Host) is not { } host || Port.Of(context.DnsEndPoint.Port) is not { } port)
            throw new MailFault(MailFaultKind.Unreachable);

        var line = await egress.OpenAsync(new ServerAddress(host, port, secure ? ConnectionSecurity.Tls : ConnectionSecurity.None), cancellation);
        return line.Stream;
    }
}
