using MimeKit;
using Pannier.Demo.Seed.Files;

namespace Pannier.Demo.Seed.Talks;

/// <summary>Plays one script once: writes its turns and keeps the copies the owner's accounts have of them.</summary>
internal sealed class Talking
{
    private readonly TalkScript _script;
    private readonly string _key;
    private readonly Dictionary<string, string> _cast;
    private readonly Dictionary<string, string> _slots;
    private readonly string _subject;
    private readonly string _mailbox;
    private readonly List<SeedMessage> _kept = [];
    private readonly List<(Post Post, string Text, int First, int Count)> _written = [];

    /// <param name="mailbox">Where mail to the owner is kept.</param>
    public Talking(TalkScript script, int use, string mailbox)
    {
        _script = script;
        _mailbox = mailbox;
        _key = $"{script.Key}/{use}";
        _cast = TalkScript.Nth(script.Cast, use);
        _slots = TalkScript.Nth(script.Slots, use);
        foreach (var (part, player) in _cast)
            _slots[part] = People.All[player].Name.Split(' ')[0];
        _subject = Wording.Say(script.Subject, _slots, _key + "/subject");
    }

    /// <param name="start">When the first turn is written.</param>
    /// <param name="until">Turns after this were never written.</param>
    public IReadOnlyList<SeedMessage> Play(DateTimeOffset start, DateTimeOffset until)
    {
        var at = start;
        for (var turn = 0; turn < _script.Turns.Count; turn++)
        {
            if (turn > 0)
                at = Awake(at.AddMinutes(_script.Turns[turn].Delay).AddSeconds(Mixer.Below(1800, _key, turn)));
            if (at > until)
                break;
            Write(_script.Turns[turn], turn, at);
        }
        return _kept;
    }

    // Nobody answers between one and six in the morning. Talks of today go on as they are: they count back from now.
    private DateTimeOffset Awake(DateTimeOffset at) => _script.Recent is null && at.Hour is >= 1 and < 6 ? at.AddHours(6) : at;

    private void Write(TalkTurn turn, int index, DateTimeOffset at)
    {
        var from = Who(turn.From);
        var text = Wording.Say(turn.Text, _slots, $"{_key}/{index}");
        var answers = index > 0 && !turn.Has("new") ? _written[^1] : default;
        var post = new Post
        {
            Key = $"{_key}/{index}",
            From = from,
            To = _script.List is { } list && turn.To is ["list"] ? [MailingList.Address(list)] : [.. turn.To.Select(who => Who(who).Mailbox())],
            Cc = [.. turn.Cc.Select(who => Who(who).Mailbox())],
            Subject = Subject(turn, answers.Post),
            Date = at,
            References = answers.Post is null ? [] : [.. answers.Post.References, answers.Post.MessageId],
            Fields = from.Client is MailClient.Office ? [("X-Mailer", "Ledger Office Mail 16.2")] : [],
            Body = Body(turn, from, text, answers.Post, answers.Text, index),
        };
        if (answers.Post is not null && People.IsOwner(from))
            Mark(answers.First, answers.Count, from.Address, turn.Has("forward") || turn.Has("eml") ? "$Forwarded" : @"\Answered");
        var first = _kept.Count;
        Keep(turn, post);
        _written.Add((post, text, first, _kept.Count - first));
    }

    private string Subject(TalkTurn turn, Post? answered)
    {
        var prefix = answered is null ? "" : turn.Has("forward") || turn.Has("eml") ? Tongue.Forward(_script.Language) : Tongue.Answer(_script.Language);
        return prefix + (_script.List is { } list ? $"[{list}] {_subject}" : _subject);
    }

    private MimeEntity Body(TalkTurn turn, Person from, string text, Post? answered, string? answeredText, int index)
    {
        var quote = answered is null || turn.Has("noquote") || turn.Has("eml") ? null
            : new Quote(Tongue.Attribution(_script.Language, answered.From.Name, answered.Date.ToOffset(from.Zone)), answeredText!); // written with its post
        var body = Bodies.Write(from.Client, text, quote);
        if (turn.Marks.FirstOrDefault(mark => mark.Kind == "cid") is { Kind: not null } picture)
            body = WithPicture(text, Wording.Say(picture.Name, _slots, _key), index);
        var files = turn.Marks.Where(mark => mark.Kind is "pdf" or "png" or "csv" or "docx" or "bin" or "txt").ToList();
        if (files.Count == 0 && !turn.Has("eml"))
            return body;

        var mixed = new Multipart("mixed") { body };
        foreach (var (kind, name) in files)
            mixed.Add(Attachment.Of(kind, Wording.Say(name, _slots, _key), text, _key));
        if (turn.Has("eml") && answered is not null)
            mixed.Add(new MessagePart("rfc822") { Message = answered.ToMessage() });
        return mixed;
    }

    // RFC 2387: the HTML and the picture it shows, beside the text for those who show no HTML.
    private MultipartAlternative WithPicture(string text, string name, int index)
    {
        var id = $"pic.{Mixer.Hex(_key, index)}@inline.example";
        var html = $"{Bodies.Paragraphs(text)}\n<p><img src=\"cid:{id}\" width=\"320\" height=\"200\" alt=\"{System.Net.WebUtility.HtmlEncode(name)}\"></p>";
        return
        [
            CharsetTexts.Part(MailClient.Plain, text + "\n"),
            new MultipartRelated { CharsetTexts.Html(html), Attachment.Inline(id, name, Png.Seascape(name + _key, 320, 200)) },
        ];
    }

    private void Keep(TalkTurn turn, Post post)
    {
        var written = post.ToBytes();
        // Beside what a script marks, one first letter in twelve was worth a flag.
        string[] flags = turn.Has("flag") || (_written.Count == 0 && Mixer.Below(12, _key, 60) == 0) ? [@"\Flagged"] : [];
        if (People.IsOwner(post.From))
            _kept.Add(Delivery.Stored(post.From.Address, "Sent", post, written));
        if (_script.List is { } list)
        {
            _kept.Add(Delivery.Incoming(Who("me").Address, _mailbox, post, [.. MailingList.Fields(list), .. written], flags));
            return;
        }
        foreach (var owner in People.Owner.Where(owner => owner != post.From && post.To.Concat(post.Cc).Any(to => to.Address == owner.Address)))
            _kept.Add(Delivery.Incoming(owner.Address, owner == Who("me") ? _mailbox : "INBOX", post, written, flags));
    }

    private void Mark(int first, int count, string account, string flag)
    {
        for (var i = first; i < first + count; i++)
        {
            if (_kept[i].Account == account && _kept[i].Mailbox != "Sent")
                _kept[i] = _kept[i] with { Flags = [.. _kept[i].Flags, flag] };
        }
    }

    private Person Who(string part) => People.All[part == "me" ? _script.Owner : _cast.GetValueOrDefault(part, part)];
}
