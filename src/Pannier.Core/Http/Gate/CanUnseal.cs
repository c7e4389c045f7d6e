using Microsoft.AspNetCore.Http;
using Pannier.Core.Sealing;

namespace Pannier.Core.Http.Gate;

/// <summary>Agrees on the key of a sealed answer; where answers are sealed, refuses a script or program that could not open one.</summary>
internal sealed class CanUnseal(AnswerSeal seal) : IGateStep
{
    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        seal.Look();
        if (!Answer.IsSwap(http.Request) && !Answer.AsksForJson(http.Request)) return default;
        if (http.Request.Headers[AnswerSeal.Header] is [{ Length: > 0 } sent] && SealAsk.Read(sent) is { } ask && seal.Begin(ask)) return default;

        return new(seal.WasOn ? new Refusal(400, Said.Of("refused.seal")) : null);
    }
}
