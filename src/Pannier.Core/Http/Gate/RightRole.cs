using Microsoft.AspNetCore.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Http.Gate;

/// <summary>Lets by administrators only, where a route is for them.</summary>
internal sealed class RightRole(Visit visit) : IGateStep
{
    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked) =>
        new(asked.Role == Role.Administrator && visit.Session?.Role != Role.Administrator ? Refusal.Forbidden("refused.administrators") : null);
}
