using System.Text;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>What a message states for programs, shown as text above it.</summary>
public sealed class CardsTests : IAsyncLifetime
{
    private MailSite _site = null!; // made before each test
    private FakeServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await MailSite.StartAsync();
        _server = _site.Mail.Add("Work", "ann@example.org");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task An_order_and_a_contact_stand_above_the_text_as_text_alone()
    {
        var page = (await _site.FragmentAsync($"/message/{await KeyAsync()}")).Body;

        var start = page.IndexOf("class=\"messages-cards\"", StringComparison.Ordinal);
        var cards = page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)].Replace("&#xEA;", "ê", StringComparison.Ordinal);
        Assert.True(start < page.IndexOf("<iframe", StringComparison.Ordinal));
        Assert.Contains("What the sender states", cards, StringComparison.Ordinal);
        Assert.Contains("<bdi>&lt;b&gt;Lamp House</bdi>", cards, StringComparison.Ordinal);
        Assert.Contains("<dt>Number</dt><dd><bdi>A-1</bdi></dd>", cards, StringComparison.Ordinal);
        Assert.Contains("Inês", cards, StringComparison.Ordinal);
        Assert.Contains("nothing was loaded", cards, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", cards, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", cards, StringComparison.Ordinal);
    }

    private Task<MessageKey> KeyAsync() => _site.Mail.KeyAsync("Work", "INBOX", _server.Find("INBOX").Add(
        Encoding.UTF8.GetBytes(
            """
            From: a@b.example
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/html; charset=utf-8

            <p>Thank you.</p><script type="application/ld+json">{"@context":"http://schema.org","@type":"Order","orderNumber":"A-1","merchant":{"name":"<b>Lamp House"},"url":"https://shop.example/"}</script>
            --m
            Content-Type: text/vcard; charset=utf-8
            Content-Disposition: attachment; filename=i.vcf

            BEGIN:VCARD
            VERSION:4.0
            FN:Inês CHANGEDCarvalho
            TEL:+351
            END:VCARD
            --m--

            """.Replace("CHANGED", "\u202E", StringComparison.Ordinal).ReplaceLineEndings("\r\n")),
        new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero)));
}
