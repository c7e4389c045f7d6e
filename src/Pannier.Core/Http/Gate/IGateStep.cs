using Microsoft.AspNetCore.Http;

namespace Pannier.Core.Http.Gate;

/// <summary>One question the gate asks of every request.</summary>
internal interface IGateStep
{
    /// <summary>Returns why the request may not pass, or null.</summary>
    ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked);
}
