using CsCheck;
using Pannier.Core.Crypto;

namespace Pannier.Tests.Core.Crypto;

public sealed class RecoveryKeyTests
{
    [Fact]
    public void Is_read_as_it_is_shown_and_as_people_type_it()
    {
        for (var i = 0; i < 200; i++)
        {
            var shown = RecoveryKey.New().Reveal();

            Assert.Equal(shown, RecoveryKey.Read(shown)?.Reveal());
            Assert.Equal(shown, RecoveryKey.Read($"  {shown.ToLowerInvariant().Replace('-', ' ')} ")?.Reveal());
            Assert.Equal(shown, RecoveryKey.Read(shown.Replace('0', 'O').Replace('1', 'l'))?.Reveal());
        }
    }

    [Fact]
    public void Has_26_signs_and_a_check_in_groups()
    {
        var shown = RecoveryKey.New().Reveal();

        Assert.Matches(@"\A([0-9A-HJKMNP-TV-Z]{6}-){4}[0-9A-HJKMNP-TV-Z]{2}[0-9A-HJKMNP-TV-Z*~$=U]\z", shown);
        Assert.Equal("•••", RecoveryKey.New().ToString());
    }

    [Fact]
    public void Any_one_sign_mistyped_is_noticed()
    {
        var shown = RecoveryKey.New().Reveal().Replace("-", "", StringComparison.Ordinal);

        Gen.Select(Gen.Int[0, shown.Length - 1], Gen.Char["0123456789ABCDEFGHJKMNPQRSTVWXYZ"]).Sample((at, sign) =>
            Assert.Equal(shown[at] == sign, RecoveryKey.Read(shown[..at] + sign + shown[(at + 1)..]) is not null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABC")]
    [InlineData("ZZZZZZ-ZZZZZZ-ZZZZZZ-ZZZZZZ-ZZZ")]
    [InlineData("000000-000000-000000-000000-00!")]
    [InlineData("00000é-000000-000000-000000-000")]
    public void Other_texts_are_none(string text) => Assert.Null(RecoveryKey.Read(text));
}
