/// The data folder and the PostgreSQL in it: unpacked, initialised, started, shared between the
/// processes that use the folder, stopped by the last one.
///
/// A data folder holds
///
/// - `cluster/`: what `initdb` made; PostgreSQL's own
/// - `postgresql-VERSION/`: the programs, unpacked from the jar
/// - `database.properties`: the passwords and the port, readable by the owner alone
/// - `folder.properties`: what the folder is for (`demo`)
/// - other `.properties` that modules keep (`backup`)
/// - `lock/`: `start` (held while starting and stopping), `use` (shared, by every process that uses
///   the folder), `serve` (by the one that answers on a port)
/// - `socket/`, `log/`
@org.jspecify.annotations.NullMarked
package vn.nenmong.kernel.database;
