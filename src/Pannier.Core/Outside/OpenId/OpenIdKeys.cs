using Microsoft.IdentityModel.Tokens;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Outside.OpenId;

/// <summary>The keys the provider signs with: believed for an hour, and asked for anew when a token names one that is not among them, once a minute at most.</summary>
internal sealed class OpenIdKeys(OpenIdProvider provider, OAuthClient client, TimeProvider clock) : IDisposable
{
    private const int ShortestRsa = 2048;
    private static readonly TimeSpan Believed = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1);
    private IReadOnlyList<SecurityKey> _keys = [];
    private DateTimeOffset _askedAt;

    /// <summary>The keys that may have signed a token.</summary>
    /// <param name="id">As the token names it (<c>kid</c>); empty when it names none.</param>
    /// <exception cref="OAuthFault">The provider could not be asked.</exception>
    public async Task<IReadOnlyList<SecurityKey>> ForAsync(string id, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var age = clock.GetUtcNow() - _askedAt;
            if (age > Believed || (age > Pause && !_keys.Any(key => id.Length == 0 || key.KeyId == id)))
            {
                _keys = Read(await client.KeysAsync(provider.Value, cancellation));
                _askedAt = clock.GetUtcNow();
            }

            return [.. _keys.Where(key => id.Length == 0 || string.IsNullOrEmpty(key.KeyId) || key.KeyId == id)];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Public keys for signatures, and no weak ones: a symmetric key that a document names checks nothing.</summary>
    private static List<SecurityKey> Read(string text)
    {
        try
        {
            return [.. new JsonWebKeySet(text).Keys.Where(key => key.Use is null or "sig" && key.Kty is "RSA" or "EC" && (key.Kty == "EC" || key.KeySize >= ShortestRsa))];
        }
        catch (ArgumentException wrong)
        {
            throw new OAuthFault(OAuthFaultKind.Protocol, inner: wrong);
        }
    }
}
