using System.Security.Cryptography;
using System.Text;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>
/// A person's fetched pictures, for a quarter of an hour at most and no longer than they are signed in: who opens a message again tells
/// nobody a second time. In memory only, names and contents sealed under a key made here that goes with the person.
/// </summary>
internal sealed class PictureShelf(PictureRoom room, TimeProvider clock) : IAsyncDisposable
{
    private const int Most = 32 * 1024 * 1024; // octets
    private const int MostRounds = 40;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Sealed> _kept = new(StringComparer.Ordinal);
    private readonly List<PictureRound> _rounds = [];
    private readonly Lock _gate = new();
    private int _bytes;
    private bool _closed;

    /// <summary>Null when it was not asked for of late.</summary>
    public KeptPicture? Find(WebUrl address)
    {
        lock (_gate)
        {
            Sweep();
            if (!_kept.TryGetValue(Name(address), out var box)) return null;

            var bytes = new byte[box.Cipher.Length];
            using var aes = new AesGcm(_key, box.Tag.Length);
            aes.Decrypt(box.Nonce, box.Cipher, box.Tag, bytes);
            return new KeptPicture(box.Fate, box.MediaType, bytes);
        }
    }

    /// <summary>Keeps it where there is room; the oldest go first.</summary>
    public void Keep(WebUrl address, KeptPicture picture)
    {
        lock (_gate)
        {
            Sweep();
            var name = Name(address);
            Drop(name);
            if (_closed || picture.Bytes.Length > Most) return;

            foreach (var (old, _) in _kept.OrderBy(pair => pair.Value.Until).TakeWhile(_ => _bytes + picture.Bytes.Length > Most).ToList()) Drop(old);
            if (!room.Take(picture.Bytes.Length)) return;

            var box = new Sealed(picture.Fate, picture.MediaType, RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[picture.Bytes.Length], new byte[AesGcm.TagByteSizes.MaxSize], clock.GetUtcNow() + Life);
            using var aes = new AesGcm(_key, box.Tag.Length);
            aes.Encrypt(box.Nonce, picture.Bytes.Span, box.Cipher, box.Tag);
            _kept[name] = box;
            _bytes += box.Cipher.Length;
        }
    }

    /// <summary>Remembers a round, so that the page can ask how it went.</summary>
    public void Add(PictureRound round)
    {
        lock (_gate)
        {
            if (_rounds.Count == MostRounds) _rounds.RemoveAt(0);
            _rounds.Add(round);
        }
    }

    /// <summary>Null when it is too long ago.</summary>
    public PictureRound? Find(RoundId id)
    {
        lock (_gate) return _rounds.Find(round => round.Id == id);
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var name in _kept.Keys.ToList()) Drop(name);
            CryptographicOperations.ZeroMemory(_key);
            _rounds.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private string Name(WebUrl address) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address.Value)));

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (name, _) in _kept.Where(pair => pair.Value.Until <= now).ToList()) Drop(name);
    }

    private void Drop(string name)
    {
        if (!_kept.Remove(name, out var box)) return;
        _bytes -= box.Cipher.Length;
        room.Give(box.Cipher.Length);
    }

    private sealed record Sealed(PictureFate Fate, string MediaType, byte[] Nonce, byte[] Cipher, byte[] Tag, DateTimeOffset Until);
}
