using Pannier.Core.Accounts.Intents;
using Pannier.Core.Records;
using Pannier.Mail.Mirror.Keeping;

namespace Pannier.Core.Accounts.Keeping;

/// <summary>Where what is to outlive a visit of the person is kept.</summary>
/// <param name="OpenShelf">Of their mirror.</param>
internal sealed record PersonStores(Func<IMirrorShelf> OpenShelf, IMyRecords<KeptIntent> Intents);
