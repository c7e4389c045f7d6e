using Pannier.Core.Http;
using Pannier.Core.Storage;

namespace Pannier.Core.Records;

/// <summary>The records of the person this request or job works for.</summary>
internal sealed class MyRecords<T>(Database database, Visit visit) : RecordsOf<T>(database, () => visit.Required.Keyring)
    where T : class;
