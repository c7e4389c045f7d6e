using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Pannier.Core.Http;

/// <summary>Minute-lived boxes that a message's own document is served from: each under a fresh key that only its URL holds.</summary>
/// <remarks>
/// The frame that shows a message has an opaque origin and so no cookies and no session. The signed-in page fills a box
/// and hands out <c>/view/{id}.{key}</c>; without the key the cache holds ciphertext. A box lives two minutes and all
/// boxes together hold 256 MiB at most; the oldest go first.
/// </remarks>
public sealed class ViewBoxes(TimeProvider clock, IOptions<SiteOptions> site, IOptions<ReadingOptions> reading)
{
    private const long MostBytes = 256L * 1024 * 1024;
    private const int IdSize = 16;
    private const int KeySize = 32;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, Sealed> _boxes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Coming> _coming = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Seals a content and returns the one URL that opens it.</summary>
    public string Put(string mediaType, ReadOnlySpan<byte> content)
    {
        var ticket = Reserve();
        Fill(ticket, mediaType, content);
        return ticket.Url;
    }

    /// <summary>A URL to be written into a document before its content is there; <see cref="Fill"/> puts it in.</summary>
    public ViewTicket Reserve()
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdSize));
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeySize));
        return new ViewTicket(id, key, $"{(reading.Value.RenderUrl ?? site.Value.PublicOrigins[0]).TrimEnd('/')}/view/{id}.{key}");
    }

    /// <summary>A URL whose content is on its way: who asks for it waits, until <see cref="Fill"/> or <see cref="GiveUp"/>.</summary>
    public ViewTicket Expect()
    {
        var (ticket, now) = (Reserve(), clock.GetUtcNow());
        foreach (var (id, coming) in _coming)
            if (now - coming.Since > Life) Arrive(id); // whoever was to fill it never will
        _coming[ticket.Id] = new Coming(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), now);
        return ticket;
    }

    /// <summary>Lets go of who waits for a content that does not come; nothing to do where it has come.</summary>
    public void GiveUp(ViewTicket ticket) => Arrive(ticket.Id);

    /// <summary>Puts the content of a reserved URL in.</summary>
    /// <exception cref="InvalidOperationException">It was filled before: its key would seal two contents.</exception>
    public void Fill(ViewTicket ticket, string mediaType, ReadOnlySpan<byte> content)
    {
        if (!ticket.Take()) throw new InvalidOperationException("a view box is filled once");

        Sweep(content.Length);
        var nonce = new byte[AesGcm.NonceByteSizes.MaxSize]; // the key is used once, so a fixed nonce is a fresh one
        var cipher = new byte[content.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using (var aes = new AesGcm(Base64Url.DecodeFromChars(ticket.Key), tag.Length))
            aes.Encrypt(nonce, content, cipher, tag, System.Text.Encoding.UTF8.GetBytes(ticket.Id + mediaType));
        _boxes[ticket.Id] = new Sealed(mediaType, cipher, tag, clock.GetUtcNow() + Life);
        Interlocked.Add(ref _bytes, cipher.Length);
        Arrive(ticket.Id);
    }

    /// <summary>As <see cref="Open"/>, after waiting for what is on its way.</summary>
    public async Task<ViewContent?> OpenAsync(string capability, CancellationToken cancellation)
    {
        if (_coming.TryGetValue(capability.Split('.')[0], out var coming))
        {
            try
            {
                await coming.Arrived.Task.WaitAsync(MostWait, clock, cancellation);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        return Open(capability);
    }

    /// <summary>Opens <c>id.key</c>; null when there is no such box any more or the key is another's.</summary>
    public ViewContent? Open(string capability)
    {
        if (capability.Split('.') is not [var id, var key] || !Base64Url.IsValid(key, out var size) || size != KeySize) return null;
        if (!_boxes.TryGetValue(id, out var box) || box.Until < clock.GetUtcNow()) return null;

        var content = new byte[box.Cipher.Length];
        using var aes = new AesGcm(Base64Url.DecodeFromChars(key), box.Tag.Length);
        try
        {
            aes.Decrypt(new byte[AesGcm.NonceByteSizes.MaxSize], box.Cipher, box.Tag, content, System.Text.Encoding.UTF8.GetBytes(id + box.MediaType));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return new ViewContent(box.MediaType, content);
    }

    private void Arrive(string id)
    {
        if (_coming.TryRemove(id, out var coming)) coming.Arrived.TrySetResult();
    }

    private void Sweep(int coming)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, box) in _boxes)
            if (box.Until < now) Drop(id);

        if (Interlocked.Read(ref _bytes) + coming <= MostBytes) return;
        foreach (var (id, _) in _boxes.OrderBy(pair => pair.Value.Until).TakeWhile(_ => Interlocked.Read(ref _bytes) + coming > MostBytes)) Drop(id);
    }

    private void Drop(string id)
    {
        if (_boxes.TryRemove(id, out var box)) Interlocked.Add(ref _bytes, -box.Cipher.Length);
    }

    private sealed record Coming(TaskCompletionSource Arrived, DateTimeOffset Since);

    private sealed record Sealed(string MediaType, byte[] Cipher, byte[] Tag, DateTimeOffset Until);
}
