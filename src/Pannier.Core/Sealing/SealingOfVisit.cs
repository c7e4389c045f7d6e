using System.Buffers.Text;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Sessions;

namespace Pannier.Core.Sealing;

/// <summary>What a person's page may ask about sealing.</summary>
public sealed class SealingOfVisit
{
    private readonly AnswerSeal _seal;
    private readonly Visit _visit;
    private readonly Door _door;
    private readonly bool _keeps;

    internal SealingOfVisit(AnswerSeal seal, Visit visit, Door door, IOptions<BrowserOptions> options) =>
        (_seal, _visit, _door, _keeps) = (seal, visit, door, options.Value.SealCache);

    /// <summary>The key of the tab's cache, in base64url; null where nothing is kept, or the answer would carry it in the clear.</summary>
    public string? CacheKey()
    {
        if (!_keeps || !_seal.HasBegun) return null;

        Span<byte> key = stackalloc byte[Keys.Size];
        Hkdf.Expand(_visit.Required.Seal.Key, "browser cache", key);
        return Base64Url.EncodeToString(key);
    }

    /// <summary>Sends this session's answers in the clear from now on.</summary>
    public Task TurnOffAsync(CancellationToken cancellation) => _door.UnsealAsync(cancellation);
}
