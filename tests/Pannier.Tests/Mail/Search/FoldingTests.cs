using CsCheck;
using Pannier.Mail.Search;

namespace Pannier.Tests.Mail.Search;

/// <summary>Case, accents and compatibility forms do not count; letters that are others stay others.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("Plan", "plan")]
    [InlineData("PLÄNE", "plane")]
    [InlineData("Straße", "strasse")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    [InlineData("ὀδός", "οδοσ")]
    [InlineData("ｐｌａｎ", "plan")]
    [InlineData("ﬁn", "fin")]
    [InlineData("naïve café", "naive cafe")]
    [InlineData("nai\u0308ve", "naive")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ørsted Æble Œuvre Đura", "orsted aeble oeuvre dura")]
    [InlineData("İstanbul ısı", "istanbul isi")]
    [InlineData("Й", "и")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("計画", "計画")]
    [InlineData("が", "が")]
    [InlineData("か", "か")]
    [InlineData("한글", "한글")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("½", "1⁄2")]
    public void Folds_so(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Half_a_character_folds_to_the_sign_for_one() => Assert.Equal("\uFFFDx", Folding.Fold("\uD800X"));

    [Fact]
    public void Folding_twice_is_folding_once_and_a_part_folds_to_a_part() => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((before, text, after) =>
    {
        Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text)));
        if (Folding.Fold(before + "|" + text + "|" + after).Contains("|" + Folding.Fold(text) + "|", StringComparison.Ordinal)) return;
        Assert.True(text.Length > 0 && char.GetUnicodeCategory(text[0]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark || after.Length > 0, "a whole cluster changed with what stands beside it");
    });

    [Theory]
    [InlineData("The Plan", "plan", "The [Plan]")]
    [InlineData("plan plan", "plan", "[plan] [plan]")]
    [InlineData("aaa", "aa", "[aaa]")]
    [InlineData("Straße 5", "ss", "Stra[ß]e 5")]
    [InlineData("nai\u0308ve", "aive", "n[ai\u0308ve]")]
    [InlineData("ﬁn", "f", "[ﬁ]n")]
    [InlineData("計画書", "画", "計[画]書")]
    [InlineData("nothing", "x", "nothing")]
    [InlineData("", "x", "")]
    [InlineData("<b>", "b", "<[b]>")]
    public void Marks_what_was_found(string text, string word, string marked) =>
        Assert.Equal(marked, string.Concat(Highlight.Pieces(text, [word]).Select(piece => piece.Hit == Hit.Yes ? $"[{piece.Text}]" : piece.Text)));

    [Fact]
    public void Marking_changes_no_text() => Gen.Select(Gen.String, Gen.String).Sample((text, word) =>
        Assert.Equal(text, string.Concat(Highlight.Pieces(text, [word, "a"]).Select(piece => piece.Text))));
}
