namespace Pannier.Mail.Net;

/// <summary>The way to providers that people sign in with: https only, but for hosts the site names.</summary>
/// <param name="egress">With <see cref="IdentityEgressOptions"/>.</param>
/// <param name="time">For limits.</param>
public sealed class IdentityHttp(Egress egress, TimeProvider time) : IDisposable
{
    private readonly EgressHttp _http = new(egress, time);

    /// <inheritdoc cref="EgressHttp.GetAsync"/>
    public Task<WebAnswer> GetAsync(Uri address, int mostBytes, TimeSpan atMost, CancellationToken cancellation) => _http.GetAsync(address, mostBytes, atMost, cancellation);

    /// <inheritdoc cref="EgressHttp.SendAsync"/>
    public Task<WebAnswer> SendAsync(HttpRequestMessage request, int mostBytes, TimeSpan atMost, CancellationToken cancellation) => _http.SendAsync(request, mostBytes, atMost, cancellation);

    public void Dispose() => _http.Dispose();
}
