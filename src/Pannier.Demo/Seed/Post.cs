using System.Globalization;
using MimeKit;

namespace Pannier.Demo.Seed;

/// <summary>A message as its sender writes it, before any server has touched it.</summary>
internal sealed record Post
{
    private static readonly FormatOptions _wire = Wire();

    /// <summary>Names the message among all others; boundaries and the Message-ID come from it.</summary>
    public required string Key { get; init; }
    public required Person From { get; init; }
    public required IReadOnlyList<MailboxAddress> To { get; init; }
    public IReadOnlyList<MailboxAddress> Cc { get; init; } = [];
    public required string Subject { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required MimeEntity Body { get; init; }

    /// <summary>Message-IDs of the thread so far, oldest first; the last is what this answers. Empty starts a thread.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    public string MessageId => $"{Mixer.Hex(Key)}.{Mixer.Below(9000, Key, 1) + 1000}@{From.Host}";

    public MimeMessage ToMessage()
    {
        var message = new MimeMessage { Date = Date.ToOffset(From.Zone), MessageId = MessageId };
        message.From.Clear();
        message.From.Add(From.Mailbox());
        message.To.AddRange(To);
        message.Cc.AddRange(Cc);
        if (CharsetTexts.HeaderEncoding(From.Client, From.Name + Subject) is { } encoding)
        {
            message.Headers.Replace(HeaderId.Subject, encoding, Subject);
            message.Headers.Replace(HeaderId.From, FromIn(encoding));
        }
        else
        {
            message.Subject = Subject;
        }
        if (References.Count > 0)
        {
            message.InReplyTo = References[^1];
            message.References.AddRange(References);
        }
        foreach (var (name, value) in Fields)
            message.Headers.Add(name, value);
        var parts = 0;
        Bind(Body, ref parts);
        message.Body = Body;
        return message;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        ToMessage().WriteTo(_wire, bytes, CancellationToken.None);
        return bytes.ToArray();
    }

    private static FormatOptions Wire()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.AllowMixedHeaderCharsets = false;
        return options;
    }

    private string FromIn(System.Text.Encoding encoding) => new MailboxAddress(encoding, From.Name, From.Address).ToString(_wire, encode: true);

    // MimeKit's own boundaries are random; ours must be the same on every run.
    private void Bind(MimeEntity entity, ref int parts)
    {
        if (entity is not Multipart multipart)
            return;
        multipart.Boundary = string.Create(CultureInfo.InvariantCulture, $"=-{Mixer.Hex(Key, 100 + parts++)}");
        foreach (var part in multipart)
            Bind(part, ref parts);
    }
}
