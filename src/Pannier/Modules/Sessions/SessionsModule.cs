using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Views;

namespace Pannier.Modules.Sessions;

/// <summary>Where one is signed in, ending sessions, and the person's own security log.</summary>
public sealed class SessionsModule : IModule
{
    public string Name => "sessions";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowSessions, SessionsPage, SessionsView>("/settings/sessions");
        module.Post<EndInput, EndSession, SessionsDone, NoticeView<SessionsDone>>("/settings/sessions/end");
        module.Post<Nothing, EndOthers, SessionsDone, NoticeView<SessionsDone>>("/settings/sessions/end-others");
        module.Post<EndInput, ForgetDevice, SessionsDone, NoticeView<SessionsDone>>("/settings/devices/forget");
        module.Post<Nothing, AllowCounting, SessionsDone, NoticeView<SessionsDone>>("/settings/away/count", SignInLevel.Recent);
        module.Post<EndGrantInput, EndGrant, SessionsDone, NoticeView<SessionsDone>>("/settings/away/end");
        module.Run<RefreshGrants>();
        module.Post<Nothing, Stay, SessionsDone, NoticeView<SessionsDone>>("/sessions/stay");
        module.Stream<Nothing, ExportLog>("/settings/security-log/export", SignInLevel.Recent);
        module.Get<LogInput, ShowLog, LogPage, LogView>("/settings/security-log");
    }
}
