using Pannier.Core.Http;
using Pannier.Mail.Html;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>The pictures of one message, opened once: what it refers to, what of it is wanted, what came.</summary>
internal sealed class PictureRound(ViewBoxes boxes, PictureConsent consent, LinkCare links)
{
    /// <summary>The most pictures loaded for a message; the others stay blocked.</summary>
    public const int Most = 60;

    // Ours: one pixel that shows what is behind it.
    private static readonly byte[] Blank = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    private readonly Dictionary<string, PictureOrder> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PictureOrder> _wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PictureFate> _fates = new(StringComparer.Ordinal);
    private readonly List<RemotePicture> _remote = [];

    public RoundId Id { get; } = RoundId.New();

    public PictureConsent Consent => consent;

    public LinkCare Links => links;

    /// <summary>References that are not shown, trackers among them.</summary>
    public int Blocked { get; private set; }

    /// <summary>All pictures the message refers to.</summary>
    public IReadOnlyList<RemotePicture> Remote => _remote;

    public IReadOnlyCollection<PictureOrder> Wanted => _wanted.Values;

    /// <summary>Ends when nothing more will come.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    public PictureReport Report
    {
        get
        {
            lock (_fates)
                return new(
                    _fates.Values.Count(fate => fate is PictureFate.Loaded),
                    _wanted.Count - _fates.Values.Count(fate => fate is not PictureFate.Failed),
                    [.. _wanted.Values.Where(order => _fates.GetValueOrDefault(order.Address.Value, PictureFate.Failed) is PictureFate.Dot).Select(order => order.Address.Host).Distinct(StringComparer.Ordinal)]);
        }
    }

    public BodyWishes Wishes(IReadOnlyDictionary<string, string> cids) => new(cids) { Remote = Find, Links = links };

    /// <summary>Takes up what a body refers to, once it is known that the body is shown.</summary>
    public void Add(SanitizeResult.Done body)
    {
        Blocked += body.BlockedRemote;
        _remote.AddRange(body.Remote);
        foreach (var picture in body.Remote)
            if (_found.Remove(picture.Address.Value, out var order))
                _wanted[picture.Address.Value] = order;
    }

    /// <summary>Puts what came into its box.</summary>
    public void Take(PictureOrder order, KeptPicture picture)
    {
        lock (_fates) _fates[order.Address.Value] = picture.Fate;
        if (picture.Fate is PictureFate.Loaded) boxes.Fill(order.Ticket, picture.MediaType, picture.Bytes.Span);
        else if (picture.Fate is PictureFate.Dot) boxes.Fill(order.Ticket, "image/gif", Blank); // a gap keeps its size
        else boxes.GiveUp(order.Ticket);
    }

    public bool IsTaken(PictureOrder order)
    {
        lock (_fates) return _fates.ContainsKey(order.Address.Value);
    }

    public void Begin(Task done) => Done = done;

    /// <summary>Lets go of all that is still waited for.</summary>
    public void End()
    {
        foreach (var order in _found.Values.Concat(_wanted.Values)) boxes.GiveUp(order.Ticket);
    }

    private string? Find(RemotePicture picture)
    {
        if (consent is PictureConsent.None) return null;

        var address = picture.Address.Value;
        if (_wanted.TryGetValue(address, out var order) || _found.TryGetValue(address, out order)) return order.Ticket.Url;
        if (_wanted.Count + _found.Count == Most) return null;

        _found[address] = order = new PictureOrder(picture.Address, boxes.Expect());
        return order.Ticket.Url;
    }
}
