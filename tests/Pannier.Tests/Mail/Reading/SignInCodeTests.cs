using Pannier.Mail.Reading;

namespace Pannier.Tests.Mail.Reading;

public sealed class SignInCodeTests
{
    [Theory]
    [InlineData("Your code", "Your sign-in code is 482913. It is good for ten minutes.", "482913")]
    [InlineData("482 913 is your verification code", "Do not give it to anybody.", "482913")]
    [InlineData("Sign in", "Enter this code:\n\n  4829\n\nIf it was not you, do nothing.", "4829")]
    [InlineData("Sign in", "G-482913 is your verification code.", "482913")]
    [InlineData("Sign in", "Use the one-time passcode AB12CD to go on.", "AB12CD")]
    [InlineData("Din kod", "Din kod är 77120934", "77120934")]
    [InlineData("Bestätigen", "Ihr Bestätigungscode lautet: 1234-5678", "12345678")]
    [InlineData("登录", "您的验证码 482913 ,请勿告诉他人", "482913")]
    [InlineData("Code 482913", "Your code is 482913.", "482913")]
    public void Finds_the_code_a_message_was_sent_for(string subject, string text, string code) => Assert.Equal(code, SignInCode.Find(subject, text));

    [Theory]
    [InlineData("Order 482913", "Your parcel 482913 is on its way.")]
    [InlineData("Sale", "Use promo code SAVE2026 for 20 % off 1499 kr.")]
    [InlineData("Codes", "Your code is 482913 or perhaps 192837.")]
    [InlineData("Our code of conduct", "Since 2019 we have had 1200 members.\n\n\n" + "…………………………………………………………………………………………………………………………………………………………………………………………………………………………………………… 482913")]
    [InlineData("Code", "It was written in 2026.")]
    [InlineData("Call", "The code is +46 8 482913")]
    [InlineData("Price", "code: $4829")]
    [InlineData("Link", "code https://example.org/?t=482913")]
    [InlineData("", "")]
    public void And_rather_none_than_another(string subject, string text) => Assert.Null(SignInCode.Find(subject, text));
}
