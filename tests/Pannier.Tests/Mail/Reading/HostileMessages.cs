using Pannier.Mail;
using Pannier.Mail.Html;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Reading;

/// <summary>
/// Messages that break the rules, filed at a server and read as a person's are: listed, opened, each part that is shown copied and made
/// safe. A subclass names the server. What cannot be read is a <see cref="MailFault"/> that says so, and never costs the next message.
/// </summary>
public abstract class HostileMessages(IStoreServer server)
{
    private static readonly MailboxName Inbox = new("INBOX", '/');

    private static IReadOnlyList<Case> Broken { get; } = CaseFile.Read("Mail/Reading/Hostile/broken-messages.txt");

    private static IReadOnlyList<Case> Telling { get; } = CaseFile.Read("Mail/Reading/Hostile/telling-headers.txt");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Names of messages of which this server says what no client can take: a fault that says so.</summary>
    protected abstract IReadOnlyList<string> NotReadable { get; }

    /// <summary>Names of messages of which this server tells no part; their source is there.</summary>
    protected virtual IReadOnlyList<string> Empty => [];

    [Fact]
    public void They_are_many_and_each_names_its_source()
    {
        Assert.True(Broken.Count >= 140, $"{Broken.Count} broken messages");
        Assert.Distinct(Broken.Concat(Telling).Select(one => one.Name));
        Assert.All(Broken.Concat(Telling), one => Assert.True(one.Source.Length > 2, one.Name));
    }

    [Fact]
    public async Task Each_is_shown_or_says_why_not()
    {
        await using var store = server.Open(server.NewUser());
        var (wrong, notRead) = (new List<string>(), new List<string>());
        foreach (var one in Broken.Concat(Telling))
        {
            try
            {
                var filed = await store.Use(c => c.AppendAsync(Inbox, new MemoryStream(one.Octets()), Keywords.None, null, Cancellation));
                if (await ReadAsync(store, Assert.NotNull(filed.Uid)) is { } what) wrong.Add($"{one.Name}: {what}");
            }
            catch (MailFault fault)
            {
                notRead.Add($"{one.Name}: {fault}");
            }
        }

        Assert.Equal(Empty.Select(name => name + ": nothing of it is shown"), wrong);
        Assert.Equal(NotReadable, notRead.Select(line => line.Split(": ")[0]));
    }

    /// <summary>Null when all went well.</summary>
    private static async Task<string?> ReadAsync(IMailStore store, Uid uid)
    {
        var inbox = new MailboxRef(Inbox, (await store.Use(c => c.SelectAsync(Inbox, Cancellation))).UidValidity);
        var row = Assert.Single(await store.Use(c => c.RowsAsync(inbox, [uid], Previews.Read, Cancellation)));
        if (row.Envelope.Subject.Any(char.IsControl)) return "control characters in the subject: " + row.Envelope.Subject;

        var head = await store.Use(c => c.OpenAsync(inbox, uid, Cancellation));
        var plan = BodyPlan.Of(head.Structure);
        if (plan.Blocks.Count == 0 && plan.Attachments.Count == 0 && plan.Inline.Count == 0) return "nothing of it is shown";

        foreach (var part in plan.Blocks.SelectMany(block => new[] { block.Html, block.Plain }).OfType<BodyPart>())
        {
            using var octets = new MemoryStream();
            await store.Use(c => c.CopyPartAsync(inbox, uid, part, octets, 2 * 1024 * 1024, Cancellation));
            var text = DecodedText.Of(octets.ToArray(), part.Charset).Text;
            if (part.MediaType != "text/html") TextBody.Parse(text, part.Flow);
            else if (await new HtmlSanitizer().SanitizeAsync(text, new Dictionary<string, string>(), Cancellation) is SanitizeResult.Done done) Html.Allowed.OnlyIn(done.Html.ToString());
            else TextBody.Parse(HtmlToText.Convert(text), part.Flow);
        }

        return null;
    }
}
