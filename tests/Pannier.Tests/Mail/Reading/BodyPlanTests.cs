using Pannier.Mail;
using Pannier.Mail.Reading;

namespace Pannier.Tests.Mail.Reading;

public class BodyPlanTests
{
    [Fact]
    public void A_lone_text_is_the_body()
    {
        var plan = BodyPlan.Of(Leaf("1", "text/plain"));

        Assert.Equal("1", Assert.Single(plan.Blocks).Plain?.Section);
        Assert.Empty(plan.Attachments);
    }

    [Fact]
    public void Alternatives_are_one_block_in_two_forms()
    {
        var plan = BodyPlan.Of(Multi("alternative", Leaf("1", "text/plain"), Leaf("2", "text/html")));

        Assert.Equal(("1", "2"), (plan.Blocks[0].Plain?.Section, plan.Blocks[0].Html?.Section));
    }

    [Fact]
    public void Images_the_html_refers_to_are_inline_and_no_attachments()
    {
        var plan = BodyPlan.Of(Multi(
            "mixed",
            Multi("alternative", Leaf("1.1", "text/plain"), Multi("related", Leaf("1.2.1", "text/html"), Leaf("1.2.2", "image/png", id: "logo"))),
            Leaf("2", "application/pdf", Disposition.Attachment, "a.pdf")));

        Assert.Equal("1.2.2", plan.Inline["logo"].Section);
        Assert.Equal(["2"], plan.Attachments.Select(part => part.Section));
    }

    [Fact]
    public void An_image_with_an_id_is_a_file_where_no_html_can_show_it() =>
        Assert.Equal(["2"], BodyPlan.Of(Multi("mixed", Leaf("1", "text/plain"), Leaf("2", "image/png", id: "x"))).Attachments.Select(part => part.Section));

    [Fact]
    public void An_image_sent_as_an_attachment_is_listed_even_when_html_refers_to_it() =>
        Assert.Equal(["2"], BodyPlan.Of(Multi("related", Leaf("1", "text/html"), Leaf("2", "image/png", Disposition.Attachment, "x.png", "x"))).Attachments.Select(part => part.Section));

    [Fact]
    public void A_text_sent_as_a_file_is_a_file() =>
        Assert.Equal(["2", "3"], BodyPlan.Of(Multi("mixed", Leaf("1", "text/plain"), Leaf("2", "text/plain", Disposition.Attachment), Leaf("3", "text/html", name: "page.html"))).Attachments.Select(part => part.Section));

    [Fact]
    public void Texts_between_pictures_are_blocks_in_their_order() =>
        Assert.Equal(["1", "3"], BodyPlan.Of(Multi("mixed", Leaf("1", "text/plain"), Leaf("2", "image/jpeg"), Leaf("3", "text/plain"))).Blocks.Select(block => block.Plain!.Section));

    [Fact]
    public void Nothing_is_left_out()
    {
        var structure = Multi("mixed", Multi("alternative", Leaf("1.1", "text/calendar"), Leaf("1.2", "text/plain"), Leaf("1.3", "application/ics", name: "invite.ics")), Leaf("2", "message/rfc822"), Leaf("3", "x/y"));
        var plan = BodyPlan.Of(structure);

        var shown = plan.Blocks.SelectMany(block => new[] { block.Html, block.Plain }).OfType<BodyPart>().Concat(plan.Inline.Values).Concat(plan.Attachments).Select(part => part.Section);
        Assert.Equal(structure.Walk().Where(part => !part.IsMultipart).Select(part => part.Section).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_alternative_without_text_is_a_set_of_files() =>
        Assert.Equal(["1"], BodyPlan.Of(Multi("alternative", Leaf("1", "application/pdf"))).Attachments.Select(part => part.Section));

    [Fact]
    public void Texts_beyond_the_twentieth_are_files_and_counted()
    {
        var plan = BodyPlan.Of(Multi("mixed", [.. Enumerable.Range(1, 200).Select(at => Leaf($"{at}", at % 2 == 0 ? "text/html" : "text/plain"))]));

        Assert.Equal((20, 180), (plan.Blocks.Count, plan.MoreBlocks));
        Assert.Equal(Enumerable.Range(21, 180).Select(at => $"{at}"), plan.Attachments.Select(part => part.Section));
    }

    [Fact]
    public void Both_forms_of_an_alternative_beyond_the_twentieth_are_files()
    {
        var plan = BodyPlan.Of(Multi("mixed", [.. Enumerable.Range(1, 20).Select(at => Leaf($"{at}", "text/plain")), Multi("alternative", Leaf("21.1", "text/plain"), Leaf("21.2", "text/html"))]));

        Assert.Equal(1, plan.MoreBlocks);
        Assert.Equal(["21.1", "21.2"], plan.Attachments.Select(part => part.Section).Order(StringComparer.Ordinal));
    }

    private static BodyPart Leaf(string section, string type, Disposition disposition = Disposition.Unspecified, string? name = null, string? id = null) =>
        new(section, type, null, 100, name, id, disposition, TextFlow.Fixed, []);

    private static BodyPart Multi(string subtype, params BodyPart[] children) =>
        new("", "multipart/" + subtype, null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, children);
}
