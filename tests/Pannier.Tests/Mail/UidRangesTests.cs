using CsCheck;
using Pannier.Mail;

namespace Pannier.Tests.Mail;

/// <summary>Uids in ranges answer as the uids themselves would, however they are written.</summary>
public sealed class UidRangesTests
{
    [Fact]
    public void What_is_in_a_set_is_in_its_ranges_and_nothing_else_is() =>
        Gen.UInt[1, 60].Array[0, 30].Sample(numbers =>
        {
            var ranges = UidRanges.Of(numbers.Select(number => new Uid(number)));

            Assert.Equal(numbers.Distinct().Order(), Enumerable.Range(1, 61).Select(number => (uint)number).Where(number => ranges.Has(new Uid(number))));
            Assert.Equal(ranges.ToString(), UidRanges.Read(ranges.ToString())!.ToString());
            Assert.Equal(numbers.Length == 0, ranges.IsEmpty);
        });

    [Theory]
    [InlineData("", "")]
    [InlineData("7", "7")]
    [InlineData("5:1,3:9,10", "1:10")]
    [InlineData("9,1:2", "1:2,9")]
    [InlineData("1:4294967295", "1:4294967295")]
    [InlineData("4294967295,1", "1,4294967295")]
    public void Ranges_are_put_in_order_and_joined(string text, string read) => Assert.Equal(read, UidRanges.Read(text)!.ToString());

    [Theory]
    [InlineData("0")]
    [InlineData("1:*")]
    [InlineData("1:2:3")]
    [InlineData(",")]
    [InlineData("1,,2")]
    [InlineData("+1")]
    [InlineData("4294967296")]
    public void What_is_no_set_is_not_read(string text) => Assert.Null(UidRanges.Read(text));
}
