using Pannier.Core.Http;
using Pannier.Core.Humans;

namespace Pannier.Modules.SignIn.Human;

/// <summary>The check's form as it comes back. A service's script fills in a field of its own name; one of them fills in another's too.</summary>
internal sealed record HumanAnswerInput(HumanErrand Errand, WorkPuzzle? Puzzle, WorkDone? Work, VendorToken? ReCaptcha, VendorToken? Turnstile, VendorToken? HCaptcha) : IInput<HumanAnswerInput>
{
    public static HumanAnswerInput Read(Fields fields) => new(
        HumanInput.ReadErrand(fields),
        fields.Maybe("puzzle", WorkPuzzle.Read),
        fields.Maybe("work", WorkDone.Read),
        fields.Maybe("g-recaptcha-response", VendorToken.Read),
        fields.Maybe("cf-turnstile-response", VendorToken.Read),
        fields.Maybe("h-captcha-response", VendorToken.Read));

    internal HumanAnswer For(HumanVendor? vendor) => new(Puzzle, Work, vendor?.Field switch
    {
        "g-recaptcha-response" => ReCaptcha,
        "cf-turnstile-response" => Turnstile,
        "h-captcha-response" => HCaptcha,
        _ => null,
    });
}
