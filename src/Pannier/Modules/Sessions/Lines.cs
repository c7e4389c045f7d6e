using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;

namespace Pannier.Modules.Sessions;

/// <summary>Makes lines of sessions' and events' whereabouts.</summary>
internal static class Lines
{
    public static EventLine Of(SecurityEvent one) => new(
        one.Kind is { } kind ? Said.Of("audit." + Choice.Name(kind)) : Said.Of("audit.unreadable"),
        one.Kind is SecurityEventKind.PasswordWrong or SecurityEventKind.FactorWrong or null,
        one.About,
        Device(one.From),
        one.From.Network,
        one.At);

    public static Said Device(Whereabouts from) => (from.Browser, from.System) switch
    {
        ("", "") => Said.Of("sessions.device.unknown"),
        ("", var system) => Said.Of("sessions.device.one", "name", system),
        (var browser, "") => Said.Of("sessions.device.one", "name", browser),
        var (browser, system) => Said.Of("sessions.device", "browser", browser).With("system", system),
    };
}
