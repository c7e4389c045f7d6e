using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Factors;

/// <summary>Begins a new passkey; for one that is to sign in alone the password is looked at before anybody touches an authenticator.</summary>
/// <remarks>Another passkey, shown in its place, answered a question that named only those that open this person's data; its answer is good once and comes with the new one.</remarks>
internal sealed class AskForPasskey(Passkeys passkeys, FactorStates states, Visit visit) : IHandler<AskForPasskeyInput, PasskeyQuestion>
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(AskForPasskeyInput input, CancellationToken cancellation)
    {
        using var current = input.Current;
        if (input is { Alone: Tick.On, OpenerTicket: null } && await states.PasswordWrongAsync(current, cancellation) is var (wrong, wait)) return new Refusal(wait ? 429 : 422, wrong);
        return await passkeys.AskForNewAsync(visit.Required, input.Alone == Tick.On ? PasskeyKind.Alone : PasskeyKind.SecondFactor, cancellation);
    }
}
