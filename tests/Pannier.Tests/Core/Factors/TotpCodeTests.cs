using System.Text;
using OtpNet;
using Pannier.Core.Factors;

namespace Pannier.Tests.Core.Factors;

/// <summary>Codes are those of RFC 6238, Appendix B, cut to six digits, and of the step before and after.</summary>
public sealed class TotpCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_standard(long at, string code)
    {
        Assert.Equal(at / 30, TotpCode.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(at)));
        Assert.Equal(at / 30, TotpCode.StepOf(Secret, code.Insert(3, " "), DateTimeOffset.FromUnixTimeSeconds(at)));
        Assert.Equal(at / 30, TotpCode.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(at + 30)));
        Assert.Equal(at / 30, TotpCode.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(at - 29)));
        Assert.Null(TotpCode.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(at + 61)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("28708a")]
    [InlineData("٢٨٧٠٨٢")]
    public void What_is_no_code_is_of_no_step(string typed) => Assert.Null(TotpCode.StepOf(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public void An_app_reads_the_secret_and_whose_it_is()
    {
        var uri = new Uri(TotpCode.Uri(Secret, "Our mail & more", "ann?x=1"));

        Assert.Equal("otpauth", uri.Scheme);
        Assert.Equal("/Our%20mail%20%26%20more:ann%3Fx%3D1", uri.AbsolutePath);
        Assert.Contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Our%20mail%20%26%20more", uri.Query, StringComparison.Ordinal);
        Assert.Equal(Secret, Base32Encoding.ToBytes(TotpCode.Base32(Secret)));
    }

    [Fact]
    public void Recovery_codes_are_ten_that_read_back_however_they_are_typed()
    {
        var codes = RecoveryCodes.New();

        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", code));
        Assert.Equal(RecoveryCodes.Hash("0123456789"), RecoveryCodes.Hash(" o1Z3".Replace("Z", "2", StringComparison.Ordinal) + "4-56789 "));
        Assert.Equal(RecoveryCodes.Hash("1111100000"), RecoveryCodes.Hash("iIlL1oO000"));
        foreach (var none in (string[])["", "12345", "12345678901", "1234567U90", "123456789é"]) Assert.Null(RecoveryCodes.Hash(none));
    }
}
