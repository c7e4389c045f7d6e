using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.Factors;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Adds the first passkey, and lets its person in.</summary>
internal sealed class AddFirstPasskey(FirstFactor first, SecondFactors factors, Passkeys passkeys, Visit visit) : IHandler<FirstPasskeyInput, FirstPage>
{
    public async Task<Outcome<FirstPage>> HandleAsync(FirstPasskeyInput input, CancellationToken cancellation)
    {
        if (await first.ElsewhereAsync(input.Next, cancellation) is { } elsewhere) return elsewhere;
        var session = visit.Required;
        var form = new FirstPage.Choose(visit.Name, input.Next, input.Name?.Value ?? "", null);
        if (input.Credential is not { } answer) return form with { Wrong = Said.Of("passkeys.needs-script") };
        if (input.Name is not { Value: { Length: > 0 and <= PasskeyLabel.Longest } name }) return form with { Wrong = Said.Of("passkeys.name.missing") };

        var added = await passkeys.AddAsync(session, PasskeyKind.SecondFactor, answer, name, null, cancellation);
        if (added != PasskeyAdding.Done) return form with { Wrong = PasskeyLabel.Of(added) };
        var codes = await factors.FirstCodesAsync(session.Keyring, CancellationToken.None) ?? [];
        return await first.PassAsync(codes, input.Next, SecurityEventKind.PasskeyAdded, name);
    }
}
