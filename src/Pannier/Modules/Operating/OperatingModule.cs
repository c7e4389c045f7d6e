using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;
using Pannier.Core.Views;

namespace Pannier.Modules.Operating;

/// <summary>How the site is and what its rules are, for administrators; and letting somebody try again at once who mistyped too often.</summary>
public sealed class OperatingModule : IModule
{
    public string Name => "operating";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowSite, SitePage, SiteView>("/site", role: Role.Administrator);
        module.Post<LetTryInput, LetTry, LetTryDone, NoticeView<LetTryDone>>("/site/let-try", role: Role.Administrator);
    }
}
