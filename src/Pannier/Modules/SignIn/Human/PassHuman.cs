using Pannier.Core;
using Pannier.Core.Humans;
using Pannier.Core.Modules;
using Pannier.Core.Throttling;

namespace Pannier.Modules.SignIn.Human;

/// <summary>Looks at what the check's form brought, and leads back to where the visitor came from.</summary>
internal sealed class PassHuman(HumanCheck human, HumanForms forms, Tries tries) : IHandler<HumanAnswerInput, HumanPage>
{
    public async Task<Outcome<HumanPage>> HandleAsync(HumanAnswerInput input, CancellationToken cancellation)
    {
        if (!human.IsOn) return new HumanPage.Done(input.Errand.Onward() ?? LocalUrl.Of("/sign-in"), null);
        var attempt = human.Vendor is null ? null : await tries.BeginHumanAsync(cancellation); // each asks somebody outside
        if (attempt?.Wait is { } wait) return forms.Show(input.Errand) with { Wrong = Tries.Say(wait), HasToWait = true };

        switch (await human.AnswerAsync(input.For(human.Vendor), cancellation))
        {
            case HumanVerdict.Passed:
                if (attempt is not null) await tries.SucceededAsync(attempt);
                return input.Errand.Onward() is { } next ? new HumanPage.Done(next, null) : new HumanPage.Passed(input.Errand);
            case HumanVerdict.Unavailable:
                return forms.Show(input.Errand) with { Wrong = Said.Of("human.unavailable", "service", human.Vendor?.Name ?? ""), IsUnavailable = true };
            case HumanVerdict.TooEarly:
                var form = forms.Show(input.Errand, input.Puzzle);
                return form with { Wrong = Said.Of("human.too-early", "count", form.Seconds) };
            default:
                return forms.Show(input.Errand) with { Wrong = Said.Of("human.failed") };
        }
    }
}
