using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a\tb\r\nc\n", "a\tb\nc\n")]
    [InlineData("if (x\u202E) { }", "if (x⟨U+202E⟩) { }")]
    [InlineData("a\u2066b\u2069\u200Bc", "a⟨U+2066⟩b⟨U+2069⟩⟨U+200B⟩c")]
    [InlineData("\0\u001B[31m", "␀␛[31m")]
    [InlineData("\u0085x\uFFFE", "\nx\uFFFD")]
    [InlineData("می\u200Cخواهم 👩\u200D🌾", "می\u200Cخواهم 👩\u200D🌾")]
    public void Spells_out_what_would_hide_or_turn(string text, string shown) => Assert.Equal(shown, SourceText.Show(text));
}
