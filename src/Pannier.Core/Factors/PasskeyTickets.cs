using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Pannier.Core.Crypto;

namespace Pannier.Core.Factors;

/// <summary>Keeps the questions put to visitors, who have no session: sealed, in the visitor's own page, and good once.</summary>
/// <remarks>
/// Asking costs no memory, so nobody fills it; what is remembered is what was answered, until it would be too old anyway, and
/// answers are throttled. The key is this process's: a restart voids all questions.
/// </remarks>
internal sealed class PasskeyTickets(Vault vault, TimeProvider clock) : IDisposable
{
    private static readonly AssociatedData Bound = new("", "passkey-ticket", "", 1);
    private readonly BoxKey _key = BoxKey.New(0);
    private readonly ConcurrentDictionary<string, long> _spent = new(StringComparer.Ordinal);

    public string Issue(string state)
    {
        var plain = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(state)];
        BinaryPrimitives.WriteInt64BigEndian(plain, (clock.GetUtcNow() + PasskeyAsk.Life).UtcTicks);
        Encoding.UTF8.GetBytes(state, plain.AsSpan(sizeof(long)));
        return Base64Url.EncodeToString(vault.Seal(_key, Bound, plain));
    }

    /// <summary>The question's state; null for one that is too old, answered already, or none of ours.</summary>
    public string? Redeem(string ticket)
    {
        var now = clock.GetUtcNow().UtcTicks;
        foreach (var (old, until) in _spent)
            if (until < now) _spent.TryRemove(old, out _);

        if (!Base64Url.IsValid(ticket) || Open(Base64Url.DecodeFromChars(ticket)) is not { } plain) return null;
        var ends = BinaryPrimitives.ReadInt64BigEndian(plain);
        return ends >= now && _spent.TryAdd(Convert.ToHexString(SHA256.HashData(plain)), ends) ? Encoding.UTF8.GetString(plain.AsSpan(sizeof(long))) : null;
    }

    public void Dispose() => _key.Dispose();

    private byte[]? Open(byte[] box)
    {
        try
        {
            return vault.TryOpen(_key, Bound, box);
        }
        catch (BoxRefused)
        {
            return null; // no box at all
        }
    }
}
