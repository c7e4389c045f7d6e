using Pannier.Mail;
using Pannier.Mail.MailingLists;
using Pannier.Mail.Senders;

namespace Pannier.Tests.Mail.MailingLists;

public sealed class WaysOutTests
{
    [Theory]
    [InlineData("<https://list.example/u/1>", "https://list.example/u/1", null)]
    [InlineData("<mailto:leave@list.example?subject=leave>, <https://list.example/u/1>", "https://list.example/u/1", "mailto:leave@list.example?subject=leave")]
    [InlineData("(comment) <http://list.example/u/1>, <mailto:leave@list.example>", null, "mailto:leave@list.example")]
    [InlineData("<https://list.example/a\t b>", "https://list.example/ab", null)]
    [InlineData("<https://user:secret@list.example/u/1>,<mailto:leave@list.example>", null, "mailto:leave@list.example")]
    public void Reads_the_ways_that_can_be_gone(string value, string? page, string? mail)
    {
        var ways = WaysOut.Read([new HeaderField("list-unsubscribe", value)]);

        Assert.Equal((page, mail, false), (ways?.Page?.Value, ways?.Mail?.Value, ways?.OneClick));
    }

    [Theory]
    [InlineData("https://list.example/u/1")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<http://list.example/u/1>")]
    [InlineData("<>, <")]
    [InlineData("")]
    public void Others_are_none(string value) => Assert.Null(WaysOut.Read([new HeaderField("List-Unsubscribe", value)]));

    [Theory]
    [InlineData("<https://list.example/1>", "List-Unsubscribe=One-Click", true)]
    [InlineData("<https://list.example/1>", " list-unsubscribe=one-click ", true)]
    [InlineData("<https://list.example/1>", "something else", false)]
    [InlineData("<mailto:leave@list.example>", "List-Unsubscribe=One-Click", false)]
    public void One_click_takes_both_headers(string value, string post, bool oneClick) =>
        Assert.Equal(oneClick, WaysOut.Read([new HeaderField("List-Unsubscribe", value), new HeaderField("List-Unsubscribe-Post", post)])?.OneClick);

    [Fact]
    public void Two_fields_are_believed_neither() =>
        Assert.Null(WaysOut.Read([new HeaderField("List-Unsubscribe", "<https://a.example/>"), new HeaderField("List-Unsubscribe", "<https://b.example/>")]));

    [Theory]
    [InlineData("d=list.example; h=From:List-Unsubscribe:List-Unsubscribe-Post", "list.example", true)]
    [InlineData("d=list.example; h=from : list-unsubscribe : list-unsubscribe-post", "list.example", true)]
    [InlineData("d=list.example; h=From:List-Unsubscribe", "list.example", false)]
    [InlineData("d=list.example; l=10; h=From:List-Unsubscribe:List-Unsubscribe-Post", "list.example", false)]
    [InlineData("d=evil.example; h=From:List-Unsubscribe:List-Unsubscribe-Post", "list.example", false)]
    public void The_way_out_must_stand_under_a_signature_found_right(string signature, string passed, bool isSigned) =>
        Assert.Equal(isSigned, WaysOut.IsSigned([new HeaderField("DKIM-Signature", signature)], new SenderReport(SenderProof.Proven, "mx", null, [new MethodAnswer("dkim", "pass", HostName.Read(passed))])));

    [Theory]
    [InlineData("Friends of Maps <maps.lists.example>", "Friends of Maps", "maps.lists.example")]
    [InlineData("=?utf-8?q?M=C3=BCller?= <A.Lists.Example>", "Müller", "a.lists.example")]
    [InlineData("<a.lists.example>", null, "a.lists.example")]
    public void Reads_what_names_a_list(string text, string? name, string value) => Assert.Equal(new ListId(name, value), ListId.Read(text));

    [Theory]
    [InlineData("a.lists.example")]
    [InlineData("<a b>")]
    [InlineData("x <>")]
    public void And_no_other_text(string text) => Assert.Null(ListId.Read(text));
}
